-- Letters to whoever entered a paper that was turned away (R16), and to those whose acts were voided (R17, 8.7).
alter table letter drop constraint letter_kind_check;
alter table letter add constraint letter_kind_check check (kind in (
  'step_opened', 'reminded', 'escalated', 'deadline_moved', 'status_changed', 'held', 'resumed', 'base_closed',
  'document_made', 'vacancy_found', 'slot_offered', 'offer_lapsed', 'reservation_ran_out', 'reservation_moved',
  'adoption_asked', 'procedure_adopted', 'paper_awaits', 'paper_recorded', 'paper_refused', 'step_voided'
));
