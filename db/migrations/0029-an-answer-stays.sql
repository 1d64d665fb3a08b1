-- What somebody was told of a command stays what it was: taken back, the command would be sent again in the name of its sender.
create function command_answer_stays() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception 'Command % was answered. What its sender was told stays.', old.id using errcode = 'insufficient_privilege';
end $$;

create trigger command_answer_stays before update on command
  for each row when (old.outcome is not null and new.outcome is distinct from old.outcome)
  execute function command_answer_stays();
-- ALWAYS: also where session_replication_role would silence an ordinary trigger.
alter table command enable always trigger command_answer_stays;
