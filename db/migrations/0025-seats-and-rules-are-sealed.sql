-- A seat lets nobody decide, and rules judge nothing, because a row of them is there: only with a seal that a process of the
-- programme made when the seat was granted or the rules were put in place. The seals lie in rows of their own, since they are made anew under
-- a new key of the installation; a seal that is not true of its row counts for nothing and stands in nobody's way.
create table row_seal (
  kind text not null check (kind in ('seat', 'rules')),
  -- The id of the mandate, or `<procedure>@<version>`.
  subject text not null,
  seal text not null check (seal ~ '^[0-9a-f]{8}\.[0-9a-f]{64}$'),
  primary key (kind, subject, seal)
);

create trigger row_seal_rows before update or delete on row_seal
  for each row execute function ledger_is_append_only();
create trigger row_seal_whole before truncate on row_seal
  for each statement execute function ledger_is_append_only();

-- A seat stays what was granted; it can be taken back, and not be given back.
create function mandate_stays() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if to_jsonb(old) - 'revoked_at' = to_jsonb(new) - 'revoked_at'
    and (old.revoked_at is null or new.revoked_at is not null) then
    return new;
  end if;
  raise exception 'The seat % stays what was granted, and one that was taken back stays so. Grant another one.', old.id
    using errcode = 'insufficient_privilege';
end $$;

create trigger mandate_stays before update on mandate for each row execute function mandate_stays();

-- ALWAYS: also where session_replication_role would silence an ordinary trigger.
alter table row_seal enable always trigger row_seal_rows;
alter table row_seal enable always trigger row_seal_whole;
alter table mandate enable always trigger mandate_stays;

grant select, insert on row_seal to cornerstone_app;
grant select on row_seal to cornerstone_reader;

-- A command without an answer is sent again from its note, in the name of its sender: only from one that the API or a worker made.
alter table command add column seal text;
