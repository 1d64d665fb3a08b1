-- What becomes of a file that was brought: one that nobody brings to its end is taken away, and one whose person was erased, or
-- whose time is over, is destroyed. Its row stays and says so; number, date and hash stand in the ledger.
alter table exhibit_file drop constraint exhibit_file_state_check;
alter table exhibit_file add constraint exhibit_file_state_check check (state in ('open', 'taken', 'refused', 'destroyed'));
alter table exhibit_file add column brought_at timestamptz(3);
alter table exhibit_file add column destroyed_at timestamptz(3);
alter table exhibit_file add column destroyed_for text check (destroyed_for in ('erasure', 'retention'));
alter table exhibit_file add constraint exhibit_file_destroyed_check
  check ((state = 'destroyed') = (destroyed_at is not null) and (state = 'destroyed') = (destroyed_for is not null));

-- Letters to whoever brought what was sent back, and to compliance where it may not be genuine (8.6).
alter table letter drop constraint letter_kind_check;
alter table letter add constraint letter_kind_check check (kind in (
  'step_opened', 'reminded', 'escalated', 'deadline_moved', 'status_changed', 'held', 'resumed', 'base_closed',
  'document_made', 'vacancy_found', 'slot_offered', 'offer_lapsed', 'reservation_ran_out', 'reservation_moved',
  'adoption_asked', 'procedure_adopted', 'paper_awaits', 'paper_recorded', 'paper_refused', 'step_voided',
  'exhibit_returned', 'exhibit_doubted'
));
