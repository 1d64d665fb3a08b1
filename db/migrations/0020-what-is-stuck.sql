-- A `record` that fails again and again, as the worker that tries it says: the server does not see how often a local activity
-- was tried. The row goes when it is written at last. Where no row can be written the database itself is what is away.
create table failing_record (
  stream text not null,
  command_id text not null,
  attempts integer not null check (attempts > 0),
  since timestamptz(3) not null,
  tried_at timestamptz(3) not null,
  -- The first of what the database or the program said: codes and names of constraints, never what was to be written.
  said text not null check (char_length(said) <= 300),
  primary key (stream, command_id)
);

grant select, insert, update, delete on failing_record to cornerstone_app;
grant select on failing_record to cornerstone_reader;

-- A command that an operator skipped was answered as failed, so it must never become entries: whoever records it notes on it
-- that it was accepted, in the same transaction, and all of that is refused here.
create function command_stays_skipped() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'Command % was skipped by an operator and is not carried out.', old.id using errcode = 'ZS001';
end $$;

create trigger command_skipped before update on command
  for each row when (old.state = 'failed' and new.state <> 'failed') execute function command_stays_skipped();
