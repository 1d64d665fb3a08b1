-- A seat may be lent for some steps until a date (SD7), a step given to one holder, an interest declared (SD5), and a rule
-- may resolve to nobody.
alter table mandate
  add column delegator text,
  add column lends text,
  add column steps text[],
  add constraint mandate_lent_in_full check ((delegator is null) = (lends is null) and (lends is null or until_at is not null));
create index mandate_lent_by on mandate (delegator) where delegator is not null;
create index mandate_lends on mandate (lends) where lends is not null;

alter table step
  add column holder text,
  add column vacant boolean not null default false;

create table interest (
  base text not null references base,
  person text not null,
  kind text not null check (kind in ('direct', 'indirect')),
  declared_seq integer not null,
  declared_at timestamptz(3) not null,
  primary key (base, person)
);
create index interest_of_person on interest (person);

grant select, insert on interest to cornerstone_app;
grant select on interest to cornerstone_reader;

alter table letter drop constraint letter_kind_check;
alter table letter add constraint letter_kind_check check (kind in (
  'step_opened', 'reminded', 'escalated', 'deadline_moved', 'status_changed', 'held', 'resumed', 'base_closed',
  'document_made', 'vacancy_found'
));
