-- As a witness of other logs (C2SP tlog-witness): for each, the one checkpoint that was cosigned last. Whoever cosigns an older
-- one, or two that contradict each other, is no witness; so the row moves on and never back.
create table witnessed_log (
  origin text primary key,
  size bigint not null check (size >= 0),
  root text not null check (root ~ '^[0-9a-f]{64}$'),
  -- The checkpoint with the log's signature and the cosignature, byte for byte.
  note text not null,
  cosigned_at timestamptz(3) not null
);

create function witnessed_log_moves_on() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.origin = old.origin
    and (new.size > old.size or (new.size = old.size and new.root = old.root)) then
    return new;
  end if;
  raise exception 'What was cosigned last of a log moves on and never back. A witness that forgets is none.'
    using errcode = 'insufficient_privilege';
end $$;

create trigger witnessed_log_moves_on before update or delete on witnessed_log
  for each row execute function witnessed_log_moves_on();
create trigger witnessed_log_whole before truncate on witnessed_log
  for each statement execute function witnessed_log_moves_on();

-- ALWAYS: also where session_replication_role would silence an ordinary trigger.
alter table witnessed_log enable always trigger witnessed_log_moves_on;
alter table witnessed_log enable always trigger witnessed_log_whole;

-- Who has said whether the checkpoint of the day is to be mailed to them. Who has said nothing gets it with a seat as auditor.
create table checkpoint_subscription (
  person text primary key references person (id),
  wanted boolean not null,
  said_at timestamptz(3) not null
);

grant select, insert, update on witnessed_log, checkpoint_subscription to cornerstone_app;
grant select on witnessed_log, checkpoint_subscription to cornerstone_reader;
