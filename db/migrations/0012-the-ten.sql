-- The ten: offers from the waiting list, and how long a slot is kept (8.1–8.3, R5).
alter table base
  add column awaits_slot boolean not null default false,
  add column slot_until timestamptz(3);

-- The waiting list in its order, as the programme keeps it.
alter table programme add column waiting_list jsonb not null default '[]';

-- A free slot that is offered is kept for the base until it has answered, and until the board has decided once more.
create table slot_offer (
  programme text not null references programme,
  id text not null,
  base text not null references base,
  state text not null check (state in ('open', 'accepted', 'taken', 'passed', 'left', 'waits_again')),
  offered_at timestamptz(3) not null,
  answered_at timestamptz(3),
  ended_at timestamptz(3),
  primary key (programme, id)
);
create unique index one_offer_per_base on slot_offer (base) where ended_at is null;

grant select, insert, update on slot_offer to cornerstone_app;
grant select on slot_offer to cornerstone_reader;

alter table letter drop constraint letter_kind_check;
alter table letter add constraint letter_kind_check check (kind in (
  'step_opened', 'reminded', 'escalated', 'deadline_moved', 'status_changed', 'held', 'resumed', 'base_closed',
  'document_made', 'vacancy_found', 'slot_offered', 'offer_lapsed', 'reservation_ran_out', 'reservation_moved'
));
