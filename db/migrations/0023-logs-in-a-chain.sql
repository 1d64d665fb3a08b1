-- The two logs auditors ask for first get a chain under the same checkpoints as the ledger: each row has its place, given by
-- the sequencer, and each checkpoint vouches for the hash over all rows up to a place.

-- Nobody chooses the number of a row: one that is taken already would let the next look go without a trace.
revoke insert on access_log, refused_attempt from cornerstone_app;
grant insert (at, person, kind, subject, stream, object) on access_log to cornerstone_app;
grant insert (at, actor, stream, route, command_id, code, detail) on refused_attempt to cornerstone_app;

create table log_place (
  log text not null check (log in ('access_log', 'refused_attempt')),
  place bigint not null check (place > 0),
  id bigint not null,
  primary key (log, place),
  unique (log, id)
);

create function log_place_continues() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare isThere boolean;
begin
  if new.log = 'access_log' then
    isThere := exists (select from public.access_log where id = new.id);
  else
    isThere := exists (select from public.refused_attempt where id = new.id);
  end if;
  if not isThere or (new.place > 1
    and not exists (select from public.log_place where log = new.log and place = new.place - 1)) then
    raise exception 'Place % of % leaves a gap or is a row''s that is not there. The sequencer gives the next one only.',
      new.place, new.log using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger log_place_continues before insert on log_place for each row execute function log_place_continues();
create trigger log_place_rows before update or delete on log_place for each row execute function log_is_append_only();
create trigger log_place_whole before truncate on log_place for each statement execute function log_is_append_only();
-- ALWAYS: also where session_replication_role would silence an ordinary trigger.
alter table log_place enable always trigger log_place_continues;
alter table log_place enable always trigger log_place_rows;
alter table log_place enable always trigger log_place_whole;

alter table checkpoint_record drop constraint checkpoint_record_kind_check;
alter table checkpoint_record add constraint checkpoint_record_kind_check
  check (kind in ('stream', 'procedure', 'history', 'log'));

grant select, insert on log_place to cornerstone_app;
grant select on log_place to cornerstone_reader;
