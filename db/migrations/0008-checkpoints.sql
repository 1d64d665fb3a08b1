-- The ledger shown to outsiders: one dense order over all entries, a Merkle tree over it (RFC 6962), signed checkpoints,
-- and what else a checkpoint vouches for. Everything here is appended and never changed.

-- The place of each entry in the order that the one sequencer gives; dense from 0.
create table ledger_leaf (
  index bigint primary key check (index >= 0),
  stream text not null,
  seq integer not null,
  unique (stream, seq)
);

-- Hashes of complete subtrees: node (level, index) covers the leaves from index * 2^level on, 2^level of them.
create table ledger_node (
  level smallint not null check (level >= 0),
  index bigint not null check (index >= 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (level, index)
);

create table checkpoint (
  size bigint primary key check (size > 0),
  root text not null check (root ~ '^[0-9a-f]{64}$'),
  -- Root over what the checkpoint vouches for besides the entries: heads of streams, procedures, sealed histories.
  state_root text not null check (state_root ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz(3) not null,
  -- The signed note (C2SP tlog-checkpoint), byte for byte.
  note text not null
);

-- What a checkpoint vouches for besides the entries: the record of a subject from the checkpoint of `first_size` on, until
-- the next record of the same subject.
create table checkpoint_record (
  kind text not null check (kind in ('stream', 'procedure', 'history')),
  subject text not null,
  first_size bigint not null,
  record text not null,
  primary key (kind, subject, first_size)
);

-- Public keys only: the private ones lie outside the database.
create table checkpoint_key (
  id text primary key check (id ~ '^[0-9a-f]{8}$'),
  verifier_key text not null,
  first_size bigint not null
);

-- A time stamp (RFC 3161) or a witness's cosignature (C2SP tlog-cosignature) on a checkpoint, as it was handed in.
create table checkpoint_attestation (
  size bigint not null,
  kind text not null check (kind in ('rfc3161', 'cosignature')),
  name text not null,
  body text not null,
  received_at timestamptz(3) not null,
  primary key (size, kind, name)
);

-- Histories of ended workflow runs, kept before Temporal removes them; the bytes lie in the document store.
create table sealed_history (
  stream text not null,
  run text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  events integer not null check (events > 0),
  sealed_at timestamptz(3) not null,
  primary key (stream, run)
);

-- Who was sent the last checkpoint of which day.
create table checkpoint_letter (
  day date not null,
  recipient text not null,
  size bigint not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz(3) not null,
  sent_at timestamptz(3),
  response text,
  primary key (day, recipient)
);

-- An entry joins its chain at the end or not at all, whoever inserts it.
create function ledger_entry_continues() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
declare before text;
begin
  select hash into before from ledger_entry where stream = new.stream and seq = new.seq - 1;
  if coalesce(before, repeat('0', 64)) <> new.prev_hash or (before is null and new.seq > 1) then
    raise exception 'Entry % of % does not continue its chain. Append after the last entry only.', new.seq, new.stream
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create function ledger_head_moves_on() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    if new.seq = 0 then return new; end if;
  elsif new.stream = old.stream and (new.seq > old.seq or new = old) then
    return new;
  end if;
  raise exception 'The head of % moves on and never back. Record a correcting entry instead.', new.stream
    using errcode = 'insufficient_privilege';
end $$;

create function ledger_leaf_continues() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  if (new.index > 0 and not exists (select from ledger_leaf where index = new.index - 1))
    or (new.seq > 1 and not exists (select from ledger_leaf where stream = new.stream and seq = new.seq - 1)) then
    raise exception 'Leaf % leaves a gap in the order. The sequencer appends the next one only.', new.index
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create function checkpoint_grows() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  if exists (select from checkpoint where size >= new.size)
    or new.size > (select coalesce(max(index) + 1, 0) from ledger_leaf) then
    raise exception 'A checkpoint of % entries is refused: it grows with the order, and never back.', new.size
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger ledger_entry_continues before insert on ledger_entry
  for each row execute function ledger_entry_continues();
create trigger ledger_head_moves_on before insert or update on ledger_head
  for each row execute function ledger_head_moves_on();
create trigger ledger_leaf_continues before insert on ledger_leaf
  for each row execute function ledger_leaf_continues();
create trigger checkpoint_grows before insert on checkpoint
  for each row execute function checkpoint_grows();

create trigger ledger_head_stays before delete on ledger_head
  for each row execute function ledger_is_append_only();
create trigger ledger_head_whole before truncate on ledger_head
  for each statement execute function ledger_is_append_only();

-- ALWAYS: also where session_replication_role would silence an ordinary trigger.
alter table ledger_entry enable always trigger ledger_entry_continues;
alter table ledger_head enable always trigger ledger_head_moves_on;
alter table ledger_head enable always trigger ledger_head_stays;
alter table ledger_head enable always trigger ledger_head_whole;
alter table ledger_leaf enable always trigger ledger_leaf_continues;
alter table checkpoint enable always trigger checkpoint_grows;

do $$
declare kept text;
begin
  foreach kept in array array['ledger_leaf', 'ledger_node', 'checkpoint', 'checkpoint_record', 'checkpoint_key', 'checkpoint_attestation',
    'sealed_history'] loop
    execute pg_catalog.format('create trigger %I before update or delete on %I for each row
      execute function ledger_is_append_only()', kept || '_rows', kept);
    execute pg_catalog.format('create trigger %I before truncate on %I for each statement
      execute function ledger_is_append_only()', kept || '_whole', kept);
    execute pg_catalog.format('alter table %I enable always trigger %I', kept, kept || '_rows');
    execute pg_catalog.format('alter table %I enable always trigger %I', kept, kept || '_whole');
  end loop;
end $$;

grant select, insert on ledger_leaf, ledger_node, checkpoint, checkpoint_record, checkpoint_key,
  checkpoint_attestation, sealed_history
  to cornerstone_app;
grant select, insert, update on checkpoint_letter to cornerstone_app;
grant select on ledger_leaf, ledger_node, checkpoint, checkpoint_record, checkpoint_key, checkpoint_attestation,
  sealed_history, checkpoint_letter to cornerstone_reader;
