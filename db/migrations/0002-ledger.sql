-- What happened, for ever. One chain per stream; the head row is locked last and only for the length of one commit.

create table ledger_entry (
  stream text not null,
  seq integer not null check (seq > 0),
  type text not null,
  schema_version integer not null,
  payload jsonb not null,
  -- The exact canonical text (RFC 8785) that was hashed: how jsonb prints itself belongs to the server's version.
  canonical text not null,
  actor text,
  on_behalf_of text,
  role text check (role in (
    'PM', 'PD', 'SO', 'CO', 'LC', 'FO', 'EX', 'DL', 'SP', 'SV', 'CM', 'CH', 'CS', 'BD', 'AS', 'TR', 'RV', 'RP', 'AP',
    'AU', 'AD', 'LG', 'LX', 'SA', 'CLO', 'EN', 'AL'
  )),
  channel text not null check (channel in ('api', 'import', 'paper', 'machine')),
  effective_on date,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  command_id text not null,
  workflow_run text not null,
  rules_version text not null,
  prev_hash text not null check (prev_hash ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (stream, seq)
);
create unique index ledger_entry_by_command on ledger_entry (command_id, stream, seq);

create table ledger_head (
  stream text primary key,
  seq integer not null check (seq >= 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$')
);

create function ledger_is_append_only() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'The ledger is append-only: % on % is refused. Record a correcting entry instead.', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create trigger ledger_entry_rows before update or delete on ledger_entry
  for each row execute function ledger_is_append_only();
create trigger ledger_entry_whole before truncate on ledger_entry
  for each statement execute function ledger_is_append_only();
-- ALWAYS: also where session_replication_role would silence an ordinary trigger.
alter table ledger_entry enable always trigger ledger_entry_rows;
alter table ledger_entry enable always trigger ledger_entry_whole;
