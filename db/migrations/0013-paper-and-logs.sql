-- Acts on paper that wait for a second person (R16), scans, and the two logs auditors ask for first: what was refused, and
-- who saw or took along what.
alter table step add column papers jsonb not null default '[]';

-- A scan as it was handed in for a base; its bytes lie in the document store.
create table scan (
  base text not null references base,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media text not null check (media in ('application/pdf', 'image/png', 'image/jpeg')),
  size bigint not null check (size > 0),
  added_by text not null,
  added_at timestamptz(3) not null,
  primary key (base, sha256)
);

create table access_log (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null,
  person text not null,
  kind text not null check (kind in ('signed_in', 'read', 'exported', 'set')),
  -- What was seen or taken along, such as document or evidence; of a sign-in the fingerprint of the token.
  subject text not null,
  -- Base or programme; null where it is about neither.
  stream text,
  -- Which one of its kind: a hash or an id, never a name.
  object text
);
-- The first use of a token is a sign-in, whichever process sees it.
create unique index access_log_sign_in on access_log (object) where kind = 'signed_in';
create index access_log_of_person on access_log (person, id);
create index access_log_of_stream on access_log (stream, id) where stream is not null;
create index refused_attempt_of_actor on refused_attempt (actor, id) where actor is not null;
create index refused_attempt_of_stream on refused_attempt (stream, id) where stream is not null;

create function log_is_append_only() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'The log is append-only: % on % is refused.', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

-- ALWAYS: also where session_replication_role would silence an ordinary trigger.
do $$
declare kept text;
begin
  foreach kept in array array['access_log', 'refused_attempt', 'scan'] loop
    execute pg_catalog.format('create trigger %I before update or delete on %I for each row
      execute function log_is_append_only()', kept || '_rows', kept);
    execute pg_catalog.format('create trigger %I before truncate on %I for each statement
      execute function log_is_append_only()', kept || '_whole', kept);
    execute pg_catalog.format('alter table %I enable always trigger %I', kept, kept || '_rows');
    execute pg_catalog.format('alter table %I enable always trigger %I', kept, kept || '_whole');
  end loop;
end $$;

grant select, insert on scan, access_log to cornerstone_app;
grant select on scan, access_log to cornerstone_reader;
