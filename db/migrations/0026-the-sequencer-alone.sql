-- The sequencer works under a role of its own. What gives the log its order, what a checkpoint says and what is stated under one is
-- written by that role alone: whoever has the role of the program can ask for it and read it, and neither write it nor stand in its way.
do $$
begin
  if exists (select from pg_catalog.pg_roles where rolname = 'cornerstone_sequencer') then return; end if;
  create role cornerstone_sequencer nologin;
exception when insufficient_privilege then
  raise exception 'The role cornerstone_sequencer is missing, and % may make none. As the administrator of the database: create role cornerstone_sequencer login password ''…''; then migrate again.', current_user
    using errcode = 'insufficient_privilege';
end $$;

do $$
begin
  execute pg_catalog.format('grant connect on database %I to cornerstone_sequencer', pg_catalog.current_database());
  execute pg_catalog.format('revoke temporary on database %I from cornerstone_sequencer', pg_catalog.current_database());
end $$;
grant usage on schema public to cornerstone_sequencer;

revoke insert on ledger_leaf, ledger_node, checkpoint, checkpoint_record, checkpoint_key, checkpoint_key_note, log_place
  from cornerstone_app;
grant insert on ledger_leaf, ledger_node, checkpoint, checkpoint_record, checkpoint_key, checkpoint_key_note, log_place
  to cornerstone_sequencer;
grant select on ledger_entry, ledger_head, ledger_leaf, ledger_node, checkpoint, checkpoint_record, checkpoint_key, checkpoint_key_note,
  log_place, access_log, refused_attempt, procedure, row_seal, sealed_history, evidence_statement to cornerstone_sequencer;

-- Who asks for a statement says what it is to be about; in which turn it was asked the server counts, and the answer is the sequencer's.
alter table evidence_statement add column turn bigint generated always as identity;
drop index evidence_statement_open;
create index evidence_statement_open on evidence_statement (turn) where note is null and refused is null;
revoke insert, update on evidence_statement from cornerstone_app;
grant insert (id, kind, subject, size, manifest, asked_at) on evidence_statement to cornerstone_app;
grant update (note, refused) on evidence_statement to cornerstone_sequencer;

-- The turn of the one sequencer: it locks this table, and holds no row in it. An advisory lock could be held by anybody. Whoever may
-- update a whole table may lock it against its readers too, so the head of a stream is updated by columns.
create table sequencer_turn (
  held boolean primary key check (held)
);
grant update on sequencer_turn to cornerstone_sequencer;
revoke update on ledger_head from cornerstone_app;
grant update (seq, hash) on ledger_head to cornerstone_app;

-- The history of a run counts by its seal, or by a checkpoint that vouches for it. An invented one stands in nobody's way: another seal
-- is another row. Those of before have none.
alter table sealed_history add column seal text not null default '';
alter table sealed_history drop constraint sealed_history_pkey;
alter table sealed_history add primary key (stream, run, seal);

-- A number is one that every reader can hold exactly.
do $$
declare kept record;
begin
  for kept in
    select class.relname as name, string_agg(format('%I between -9007199254740991 and 9007199254740991', attname),
        ' and ' order by attnum) as said
    from pg_catalog.pg_class class join pg_catalog.pg_attribute on attrelid = class.oid
    where class.relnamespace = 'public'::regnamespace and class.relkind = 'r' and class.relname not like 'kysely\_%'
      and attnum > 0 and not attisdropped and atttypid = 'int8'::regtype and attidentity = ''
    group by class.relname
  loop
    execute format('alter table %I add constraint %I check (%s)', kept.name, kept.name || '_is_counted', kept.said);
  end loop;
end $$;

-- What the sequencer reads of rows that it has not judged yet is small enough to be read, and JSON that every reader can say: no
-- number beyond a double's, and not deeper than anybody writes.
create function is_plain_json(value jsonb, octets integer) returns boolean
  language sql immutable set search_path = pg_catalog, pg_temp as $$
  select octet_length(value::text) <= octets
    and not jsonb_path_exists(value, 'strict $.**{40 to last}')
    and not jsonb_path_exists(value, 'strict $.** ? (@.type() == "number" && (@ > 1.7e308 || @ < -1.7e308))')
$$;
revoke execute on function is_plain_json from public;
grant execute on function is_plain_json to cornerstone_app;

-- Not valid: what was kept before is what it is.
alter table procedure add constraint procedure_is_readable
  check (is_plain_json(body, 1000000) and char_length(version) <= 100) not valid;
alter table refused_attempt add constraint refused_attempt_is_readable check (is_plain_json(detail, 20000)
  and greatest(char_length(actor), char_length(stream), char_length(route), char_length(command_id), char_length(code)) <= 1000) not valid;
alter table access_log add constraint access_log_is_readable
  check (greatest(char_length(person), char_length(subject), char_length(stream), char_length(object)) <= 1000) not valid;
alter table ledger_head add constraint ledger_head_is_readable check (char_length(stream) <= 200) not valid;
alter table ledger_entry add constraint ledger_entry_is_readable
  check (char_length(stream) <= 200 and greatest(char_length(command_id), char_length(workflow_run)) <= 1000) not valid;
