-- What somebody looks for on a list again and again (0071): a name, and what the address of the page asks for, sealed together under the
-- key of whoever keeps it, and gone with that person. It may be shared with everybody who holds one role in one programme, as long as
-- its keeper holds that role there too. Seats of one base share nothing: what one place looks for is no other place's.
create table saved_view (
  id uuid primary key,
  person text not null references person (id),
  page text not null check (page in ('bases', 'work', 'letters')),
  body text not null check (body like 's1.%'),
  programme text references programme (id),
  role text,
  saved_at timestamptz(3) not null,
  check ((programme is null) = (role is null))
);
-- Both lists of a reader, one's own and those of one's roles, are read from these and no more is read, however many there are.
create index saved_view_of_person on saved_view (person, saved_at, id);
create index saved_view_of_role on saved_view (programme, role, saved_at, id) where role is not null;
grant select, insert, update, delete on saved_view to cornerstone_app;

-- The roles of the reader that are in force, as programme and role; read as their owner, as the bases are (0065).
create function roles_in_reach() returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct seat.programme || '/' || seat.role), '{}')
  from mandate seat left join mandate own on own.id = seat.lends
  where seat.person = reader_of_rows() and seat.base is null and seat.revoked_at is null and own.revoked_at is null
    and seat.from_at <= moment_of_rows() + interval '1 minute'
    and (seat.until_at is null or seat.until_at > moment_of_rows())
    and (own.until_at is null or own.until_at > moment_of_rows())
$$;
revoke execute on function roles_in_reach from public;
grant execute on function roles_in_reach to cornerstone_app;

alter table saved_view enable row level security;
create policy reached on saved_view for select using (
  (select reader_of_rows()) is null or person = (select reader_of_rows())
  or (role is not null and programme || '/' || role = any ((select roles_in_reach())::text[]))
);
create policy appended on saved_view for insert with check ((select reader_of_rows()) is null or person = (select reader_of_rows()));
create policy changed on saved_view for update using ((select reader_of_rows()) is null or person = (select reader_of_rows()));
create policy removed on saved_view for delete using ((select reader_of_rows()) is null or person = (select reader_of_rows()));
