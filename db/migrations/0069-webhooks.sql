-- Where a programme tells other programs what was recorded (0072): ids and kinds, no name and no word. The secret by which such a message
-- is known is nowhere in the database: it follows from the secret of the installation's seals and the id. The seal says that the
-- programme made just this row, so that whoever may write rows cannot have messages sent elsewhere.
create table webhook (
  id uuid primary key,
  programme text not null references programme (id),
  url text not null check (url ~ '^https?://' and length(url) <= 500),
  -- Types of entries; none: all of them.
  kinds text[] not null,
  made_by text not null,
  made_at timestamptz(3) not null,
  ended_at timestamptz(3),
  ended_by text,
  seal text not null,
  -- How many entries of the one order over all streams were looked at for it.
  seen bigint not null check (seen >= 0),
  check ((ended_at is null) = (ended_by is null))
);
create index webhook_of_programme on webhook (programme, made_at);

-- The end of one is no part of its seal, so it is kept by the table: what is ended stays ended, whoever writes rows.
create function webhook_stays_ended() returns trigger language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.ended_at is not null and (new.ended_at, new.ended_by) is distinct from (old.ended_at, old.ended_by) then
    raise exception 'a webhook that was ended stays ended';
  end if;
  return new;
end $$;
revoke execute on function webhook_stays_ended from public;
create trigger webhook_stays_ended before update of ended_at, ended_by on webhook
  for each row execute function webhook_stays_ended();

-- One row for each entry that is told to one of them, and what became of it.
create table webhook_delivery (
  id uuid primary key default gen_random_uuid(),
  webhook uuid not null references webhook (id),
  stream text not null,
  seq integer not null,
  type text not null,
  recorded_at timestamptz(3) not null,
  state text not null default 'queued' check (state in ('queued', 'delivered', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz(3) not null,
  -- What came back, in a word or two: never the body of an answer.
  response text,
  answered_at timestamptz(3),
  unique (webhook, stream, seq)
);
create index webhook_delivery_due on webhook_delivery (next_attempt_at) where state = 'queued';
create index webhook_delivery_log on webhook_delivery (webhook, recorded_at, id);
create index webhook_delivery_old on webhook_delivery (answered_at) where state <> 'queued';

grant select, insert, update (ended_at, ended_by, seen) on webhook to cornerstone_app;
grant select, insert, delete, update (state, attempts, next_attempt_at, response, answered_at) on webhook_delivery to cornerstone_app;
grant select on webhook, webhook_delivery to cornerstone_reader;
