-- Organisations, places, industry categories and names are kept for each programme, since a rehearsal must not move what the real
-- one stands on. What stands is corrected by two persons: what was asked lies beside it until then.
create table register_entry (
  programme text not null,
  kind text not null check (kind in ('organisation', 'place', 'category', 'names')),
  id text not null,
  entry jsonb not null,
  asked jsonb,
  asked_by text,
  added_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  primary key (programme, kind, id)
);

insert into register_entry (programme, kind, id, entry, added_at, changed_at)
  select programme.id, 'organisation', organisation.id,
    jsonb_build_object('kind', 'organisation', 'id', organisation.id, 'name', organisation.name, 'country', organisation.country),
    programme.created_at, programme.created_at
  from programme cross join organisation;

drop table organisation;

grant select, insert, update on register_entry to cornerstone_app;
grant select on register_entry to cornerstone_reader;
