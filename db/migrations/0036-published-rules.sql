-- A version of the rules is published by two administrators. What it says, and what it would change for the bases that run, are kept
-- as texts under their hashes, which is what the ledger of the programme has of them.
create table rules_text (
  hash text primary key check (hash = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
  text text not null,
  kept_at timestamptz(3) not null
);

create table rules_proposal (
  programme text not null,
  procedure text not null check (procedure in ('full', 'light')),
  version text not null,
  in_force_from timestamptz(3) not null,
  rules_hash text not null,
  preview_hash text not null,
  proposed_by text not null,
  proposed_at timestamptz(3) not null,
  confirmed_by text,
  confirmed_at timestamptz(3),
  withdrawn_by text,
  withdrawn_at timestamptz(3),
  primary key (programme, procedure, version)
);

-- What was proposed may be taken back as long as nobody has confirmed it.
alter table seat_proposal
  add column withdrawn_by text,
  add column withdrawn_at timestamptz(3);

grant select, insert on rules_text to cornerstone_app;
grant select, insert, update on rules_proposal to cornerstone_app;
grant select on rules_text, rules_proposal to cornerstone_reader;
