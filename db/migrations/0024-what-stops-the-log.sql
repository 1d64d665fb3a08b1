-- Whoever has the role of the program may insert; what is no ledger is refused here, so that one row cannot stop the order,
-- the tree or the checkpoints for everybody.

-- No temporary table stands in the place of one of ours: it is looked for last, and nobody but the owner makes one.
do $$
declare one regprocedure;
begin
  for one in
    select oid from pg_catalog.pg_proc
    where pronamespace = 'public'::regnamespace and prorettype = 'trigger'::regtype
  loop
    execute pg_catalog.format('alter function %s set search_path = pg_catalog, public, pg_temp', one);
  end loop;
  execute pg_catalog.format('revoke temporary on database %I from public, cornerstone_app, cornerstone_reader',
    pg_catalog.current_database());
end $$;

-- An instant is one that every reader of it can say: not infinite, and of four digits.
do $$
declare kept record;
begin
  for kept in
    select class.relname as name, string_agg(format('%1$I between %2$L and %3$L', attname,
        case atttypid when 'date'::regtype then '1000-01-01' else '1000-01-01T00:00:00Z' end,
        case atttypid when 'date'::regtype then '9999-12-31' else '9999-12-31T00:00:00Z' end), ' and ' order by attnum) as said
    from pg_class class join pg_attribute on attrelid = class.oid
    where class.relnamespace = 'public'::regnamespace and class.relkind = 'r' and class.relname not like 'kysely\_%'
      and attnum > 0 and not attisdropped and atttypid in ('timestamptz'::regtype, 'date'::regtype)
    group by class.relname
  loop
    execute format('alter table %I add constraint %I check (%s)', kept.name, kept.name || '_is_dated', kept.said);
  end loop;
end $$;

-- Head and entries go together: the head is the last entry, and no entry lies beyond it. Looked at when all is written.
create function ledger_head_is_last() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare head ledger_head;
begin
  select * into head from ledger_head where stream = new.stream;
  if (head.seq = 0 and head.hash = repeat('0', 64)
      or exists (select from ledger_entry where stream = head.stream and seq = head.seq and hash = head.hash))
    and not exists (select from ledger_entry where stream = head.stream and seq = head.seq + 1) then
    return null;
  end if;
  raise exception 'The head of % is not its last entry. Entries and head are written together.', new.stream
    using errcode = 'insufficient_privilege';
end $$;

create function ledger_entry_has_head() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from ledger_head where stream = new.stream and seq >= new.seq) then return null; end if;
  raise exception 'Entry % of % lies beyond its head. Entries and head are written together.', new.seq, new.stream
    using errcode = 'insufficient_privilege';
end $$;

create constraint trigger ledger_head_is_last after insert or update on ledger_head
  deferrable initially deferred for each row execute function ledger_head_is_last();
create constraint trigger ledger_entry_has_head after insert on ledger_entry
  deferrable initially deferred for each row execute function ledger_entry_has_head();

-- A leaf is an entry, and the tree over it is complete.
create or replace function ledger_leaf_continues() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.index > 0 and not exists (select from ledger_leaf where index = new.index - 1))
    or (new.seq > 1 and not exists (select from ledger_leaf where stream = new.stream and seq = new.seq - 1)) then
    raise exception 'Leaf % leaves a gap in the order. The sequencer appends the next one only.', new.index
      using errcode = 'insufficient_privilege';
  end if;
  if not exists (select from ledger_entry where stream = new.stream and seq = new.seq) then
    raise exception 'Leaf % is no entry of the ledger.', new.index using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create function ledger_leaf_is_covered() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare completed integer := 0;
begin
  while (new.index + 1) % (1::bigint << completed) = 0 loop
    if not exists (select from ledger_node
      where level = completed and index = ((new.index + 1) >> completed) - 1) then
      raise exception 'The tree over leaf % is not complete. Leaves and nodes are written together.', new.index
        using errcode = 'insufficient_privilege';
    end if;
    completed := completed + 1;
  end loop;
  return null;
end $$;

create constraint trigger ledger_leaf_is_covered after insert on ledger_leaf
  deferrable initially deferred for each row execute function ledger_leaf_is_covered();

-- A node is the hash of its leaf, or of the two nodes below it (RFC 6962, 2.1).
create function ledger_node_is_true() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare wrong record;
begin
  select fresh.level, fresh.index into wrong
  from fresh
  left join ledger_leaf leaf on fresh.level = 0 and leaf.index = fresh.index
  left join ledger_entry entry on entry.stream = leaf.stream and entry.seq = leaf.seq
  left join ledger_node one on fresh.level > 0 and one.level = fresh.level - 1 and one.index = fresh.index * 2
  left join ledger_node other on fresh.level > 0 and other.level = fresh.level - 1 and other.index = fresh.index * 2 + 1
  where fresh.hash is distinct from encode(sha256(case fresh.level
    when 0 then '\x00'::bytea || decode(entry.hash, 'hex')
    else '\x01'::bytea || decode(one.hash, 'hex') || decode(other.hash, 'hex') end), 'hex')
  limit 1;
  if found then
    raise exception 'Node % of level % is not the hash of what it covers.', wrong.index, wrong.level
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

create trigger ledger_node_is_true after insert on ledger_node
  referencing new table as fresh for each statement execute function ledger_node_is_true();

-- The root over the first so many leaves, from the nodes; null where one is missing.
create function ledger_root(size bigint) returns text
  language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
declare root bytea; part bytea;
begin
  for at in 0..62 loop
    continue when (size >> at) & 1 = 0;
    select decode(hash, 'hex') into part from ledger_node where level = at and index = (size >> at) - 1;
    if part is null then return null; end if;
    root := case when root is null then part else sha256('\x01'::bytea || part || root) end;
  end loop;
  return encode(root, 'hex');
end $$;

create or replace function checkpoint_grows() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from checkpoint where size >= new.size)
    or new.size > (select coalesce(max(index) + 1, 0) from ledger_leaf) then
    raise exception 'A checkpoint of % entries is refused: it grows with the order, and never back.', new.size
      using errcode = 'insufficient_privilege';
  end if;
  if new.root is distinct from ledger_root(new.size)
    or split_part(new.note, E'\n', 2) <> new.size::text
    or split_part(new.note, E'\n', 3) <> encode(decode(new.root, 'hex'), 'base64')
    or split_part(new.note, E'\n', 4) <> 'state ' || encode(decode(new.state_root, 'hex'), 'base64')
    or strpos(new.note, E'\n\n\u2014 ') = 0 then
    raise exception 'A checkpoint of % entries is refused: it does not say what the tree does.', new.size
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- What a checkpoint vouches for, and the keys it is signed with, come with it in one transaction, and name what there is.
create function checkpoint_comes_along() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from checkpoint where size = new.first_size and xmin = pg_current_xact_id()::xid) then
    return null;
  end if;
  raise exception 'What is noted for a checkpoint of % entries comes together with it.', new.first_size
    using errcode = 'insufficient_privilege';
end $$;

create function checkpoint_record_is_true() returns trigger
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

create constraint trigger checkpoint_record_comes_along after insert on checkpoint_record
  deferrable initially deferred for each row execute function checkpoint_comes_along();
create constraint trigger checkpoint_record_is_true after insert on checkpoint_record
  deferrable initially deferred for each row execute function checkpoint_record_is_true();
create constraint trigger checkpoint_key_comes_along after insert on checkpoint_key
  deferrable initially deferred for each row execute function checkpoint_comes_along();

create function checkpoint_is_there() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from checkpoint where size = new.size) then return null; end if;
  raise exception 'There is no checkpoint of % entries to attest.', new.size using errcode = 'insufficient_privilege';
end $$;

create constraint trigger checkpoint_attestation_is_of_one after insert on checkpoint_attestation
  deferrable initially deferred for each row execute function checkpoint_is_there();

-- The history of a run is sealed that wrote entries of that stream.
create function sealed_history_is_of_run() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from ledger_entry where stream = new.stream and workflow_run = new.run) then return null; end if;
  raise exception 'Run % wrote no entry of %, so there is nothing to seal.', new.run, new.stream
    using errcode = 'insufficient_privilege';
end $$;

create constraint trigger sealed_history_is_of_run after insert on sealed_history
  deferrable initially deferred for each row execute function sealed_history_is_of_run();

-- ALWAYS: also where session_replication_role would silence an ordinary trigger.
alter table ledger_head enable always trigger ledger_head_is_last;
alter table ledger_entry enable always trigger ledger_entry_has_head;
alter table ledger_leaf enable always trigger ledger_leaf_is_covered;
alter table ledger_node enable always trigger ledger_node_is_true;
alter table checkpoint_record enable always trigger checkpoint_record_comes_along;
alter table checkpoint_record enable always trigger checkpoint_record_is_true;
alter table checkpoint_key enable always trigger checkpoint_key_comes_along;
alter table checkpoint_attestation enable always trigger checkpoint_attestation_is_of_one;
alter table sealed_history enable always trigger sealed_history_is_of_run;
