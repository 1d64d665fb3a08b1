-- What people bring to prove a fact. Its file lies sealed outside the database, in parts, under a key of its own; that key lies
-- here, sealed under the key of whoever brought it where the file holds personal data, and of the base otherwise.
create table case_key (
  base text primary key,
  wrapped text not null,
  wrapped_by text not null,
  made_at timestamptz(3) not null
);

-- A file on its way, and once it is whole what was found in it. Nothing of this can be made anew from the ledger but what an
-- entry says of it.
create table exhibit_file (
  id text primary key,
  base text not null,
  person text not null,
  name text not null,
  size bigint not null,
  received bigint not null,
  parts jsonb not null,
  state text not null check (state in ('open', 'taken', 'refused')),
  verdict text,
  found jsonb,
  key_of text not null check (key_of in ('person', 'base')),
  sealed_key text,
  begun_at timestamptz(3) not null,
  ended_at timestamptz(3)
);
create index exhibit_file_of_base on exhibit_file (base, begun_at);

create table exhibit (
  base text not null,
  id text not null,
  kind text not null,
  class_proposed integer not null,
  class integer,
  readers text not null check (readers in ('PUB', 'PAR', 'PRG', 'CPL', 'FRM')),
  status text not null check (status in ('received', 'checked', 'accepted', 'returned', 'superseded')),
  says jsonb not null,
  sha256 text not null,
  size bigint not null,
  media text not null,
  scan text not null check (scan in ('clean', 'unscanned')),
  pages integer,
  text_id text not null,
  expires_on date,
  stage_no integer not null,
  person text not null,
  role text not null,
  received_seq integer not null,
  received_at timestamptz(3) not null,
  checked_by text,
  checked_at timestamptz(3),
  settled_by text,
  settled_at timestamptz(3),
  code text,
  reason_id text,
  superseded_by text,
  primary key (base, id)
);
create index exhibit_by_hash on exhibit (base, sha256);

grant select, insert, update, delete on case_key to cornerstone_app;
grant select, insert, update, delete on exhibit_file to cornerstone_app;
grant select, insert, update on exhibit to cornerstone_app;
grant select on case_key, exhibit_file, exhibit to cornerstone_reader;
