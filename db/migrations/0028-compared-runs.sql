-- What came of it when the sealed history of an ended run was held against the ledger, once for each run. Later comparisons start
-- from it: a run that agreed is not read again as long as what the database has of it is the same.
create table compared_run (
  stream text not null check (stream ~ '^\S+$'),
  run text not null check (run ~ '^\S+$'),
  -- The first and the last entry its history tells of; null where it tells of none.
  first_seq integer check (first_seq > 0),
  last_seq integer check (last_seq >= first_seq),
  -- Of the history that was read.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- The entries it tells of, and the commands it accepted.
  entries integer[] not null,
  commands text[] not null,
  -- The hash of both. The seal is over it, so that it can be checked before anything large is read.
  told text not null check (told ~ '^[0-9a-f]{64}$'),
  -- The run it continues.
  continues text,
  -- The hash of what the database had of those entries and commands.
  held text not null check (held ~ '^[0-9a-f]{64}$'),
  -- The kinds of differences; empty: they agreed.
  found text[] not null,
  compared_at timestamptz(3) not null,
  seal text not null check (seal ~ '^[0-9a-f]{8}\.[0-9a-f]{64}$'),
  constraint compared_run_is_dated check (compared_at between '1000-01-01T00:00:00Z' and '9999-12-31T00:00:00Z'),
  -- What is read before anybody knows who wrote it is small; of the rest there is no more than a run of the longest history tells of.
  constraint compared_run_is_readable check (char_length(stream) <= 200 and char_length(run) <= 200 and char_length(continues) <= 200
    and cardinality(entries) <= 20000 and cardinality(commands) <= 10000 and octet_length(commands::text) <= 400000
    and cardinality(found) <= 50 and octet_length(found::text) <= 1000),
  -- With the seal: a row that nobody of the programme wrote stands in nobody's way.
  primary key (stream, run, seal)
);

create trigger compared_run_rows before update or delete on compared_run
  for each row execute function ledger_is_append_only();
create trigger compared_run_whole before truncate on compared_run
  for each statement execute function ledger_is_append_only();
-- ALWAYS: also where session_replication_role would silence an ordinary trigger.
alter table compared_run enable always trigger compared_run_rows;
alter table compared_run enable always trigger compared_run_whole;

-- A checkpoint vouches for a comparison that is there.
create or replace function checkpoint_record_is_true() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (case new.kind
    when 'stream' then exists (
      select from ledger_leaf leaf join ledger_entry entry on entry.stream = leaf.stream and entry.seq = leaf.seq
      where leaf.stream = new.subject and leaf.index < new.first_size
        and new.record = 'stream ' || entry.stream || ' ' || entry.seq || ' ' || entry.hash)
    when 'history' then exists (
      select from sealed_history
      where new.subject = stream || ' ' || run and new.record = 'history ' || stream || ' ' || run || ' ' || sha256)
    when 'comparison' then new.record ~ '^comparison [^ ]+ [^ ]+ [0-9a-f]{64}$' and exists (
      select from compared_run
      where new.subject = stream || ' ' || run and strpos(new.record, 'comparison ' || new.subject || ' ') = 1)
    when 'log' then new.record ~ '^log [^ ]+ [0-9]+ [0-9a-f]{64}$' and exists (
      select from log_place where log = new.subject and strpos(new.record, 'log ' || log || ' ' || place || ' ') = 1)
    else new.record ~ '^procedure [^ ]+ [0-9a-f]{64}$' and exists (
      select from procedure where new.subject = id || '@' || version and strpos(new.record, 'procedure ' || new.subject || ' ') = 1)
  end) then
    return null;
  end if;
  raise exception 'A checkpoint vouches for what there is: % % is not there as said.', new.kind, new.subject
    using errcode = 'insufficient_privilege';
end $$;

alter table checkpoint_record drop constraint checkpoint_record_kind_check;
alter table checkpoint_record add constraint checkpoint_record_kind_check
  check (kind in ('stream', 'procedure', 'history', 'log', 'comparison'));

grant select, insert on compared_run to cornerstone_app;
grant select on compared_run to cornerstone_reader, cornerstone_sequencer;

-- Behind healing stands nobody with a seat, so that a workflow was begun anew from the ledger is no entry: the seal says that it was healing
-- that began it, and from which entry.
alter table row_seal drop constraint row_seal_kind_check;
alter table row_seal add constraint row_seal_kind_check check (kind in ('seat', 'rules', 'healing'));

-- A run that only slept, and went on as the next one, wrote no entry and is part of the story all the same. Invented rows count for nothing.
drop trigger sealed_history_is_of_run on sealed_history;
drop function sealed_history_is_of_run;
