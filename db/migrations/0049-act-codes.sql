-- A code that goes to the address on record of whoever acts by a link, before an act of weight (0061). The code itself is nowhere: the row
-- has its hash under a key of the installation, from when the letter leaves. One for each link; asking anew ends the former one.
create table act_code (
  link uuid primary key references act_link (id),
  asked_at timestamptz(3) not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz(3) not null,
  response text,
  code_hash text,
  made_at timestamptz(3),
  tries integer not null default 0,
  check ((code_hash is null) = (made_at is null))
);
create index act_code_waiting on act_code (next_attempt_at) where state = 'queued';
grant select, insert, update on act_code to cornerstone_app;
