-- A backstop behind the one function of sight (0065): a connection that says for whom it reads shows the rows of bases that person's
-- seats reach, whatever the program forgot to ask. It is worked out here, from the seats, and from nothing the program says it found.
-- Who reads is `cornerstone.reader`, in which minute is `cornerstone.moment`; a process that serves no reader (worker, relay, sequencer, who
-- queries as auditor with a role that only reads) says neither, and sees all that its role may.

create function reader_of_rows() returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select nullif(current_setting('cornerstone.reader', true), '')
$$;

-- Who says for whom, and not when, is shown nothing.
create function moment_of_rows() returns timestamptz
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select nullif(current_setting('cornerstone.moment', true), '')::timestamptz
$$;

-- The seats of the reader that are in force: a lent one ends with the seat it was lent from as well. Seats are read as their owner: the
-- backstop must not stand behind itself.
create function seats_in_reach() returns table (of_programme text, of_base text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select seat.programme, seat.base from mandate seat left join mandate own on own.id = seat.lends
  where seat.person = reader_of_rows() and seat.revoked_at is null and own.revoked_at is null
    and seat.from_at <= moment_of_rows() + interval '1 minute'
    and (seat.until_at is null or seat.until_at > moment_of_rows())
    and (own.until_at is null or own.until_at > moment_of_rows())
$$;

-- A seat of a programme reaches each of its bases, one of a base that base alone.
create function programmes_in_reach() returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct of_programme), '{}') from seats_in_reach() where of_base is null
$$;

create function bases_in_reach() returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct of_base), '{}') from seats_in_reach() where of_base is not null
$$;

-- A declared interest closes a base to whoever sees everything else (SD5).
create function bases_closed() returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct base), '{}') from interest where person = reader_of_rows()
$$;

revoke execute on function reader_of_rows, moment_of_rows, seats_in_reach, programmes_in_reach, bases_in_reach, bases_closed from public;
grant execute on function reader_of_rows, moment_of_rows, programmes_in_reach, bases_in_reach, bases_closed
  to cornerstone_app, cornerstone_sequencer, cornerstone_reader;

-- What is asked once a statement stands in a query of its own, so that it is not asked again for each row.
do $$
declare
  kept record;
  reached constant text := '(select reader_of_rows()) is null or ((split_part(%1$I, ''-'', 1) = any ((select programmes_in_reach())::text[])'
    ' or %1$I = any ((select bases_in_reach())::text[])) and %1$I <> all ((select bases_closed())::text[]))';
begin
  for kept in
    select * from (values
      ('base', 'id'), ('base_stage', 'base'), ('step', 'base'), ('step_act', 'base'), ('document_order', 'base'), ('document', 'base'),
      ('ledger_entry', 'stream'), ('command', 'stream'), ('text', 'stream'), ('letter', 'base'), ('draft', 'base'), ('exhibit_file', 'base'),
      ('exhibit', 'base'), ('scan', 'base'), ('text_version', 'base'), ('text_item', 'base'), ('text_answer', 'base')
    ) as of_bases (name, of)
  loop
    execute format('alter table %I enable row level security', kept.name);
    execute format('create policy reached on %I for select using (' || format(reached, kept.of)
      || case kept.name when 'command' then ' or actor = (select reader_of_rows()))' else ')' end, kept.name);
    execute format('create policy appended on %I for insert with check (true)', kept.name);
    execute format('create policy changed on %I for update using (true)', kept.name);
    execute format('create policy removed on %I for delete using (true)', kept.name);
  end loop;
end $$;
