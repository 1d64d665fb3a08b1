-- A seat is given by two persons on a paper of appointment: what the first one proposed lies here for the second to look at.
create table seat_proposal (
  programme text not null,
  id text not null,
  mandates jsonb not null,
  paper jsonb not null,
  proposed_by text not null,
  proposed_at timestamptz(3) not null,
  confirmed_by text,
  confirmed_at timestamptz(3),
  primary key (programme, id)
);

grant select, insert, update on seat_proposal to cornerstone_app;
grant select on seat_proposal to cornerstone_reader;
