-- Roles, statuses, stages, reason codes, papers, letters, colours and rule sets are the programme's: their lists are no longer written
-- here. What the tables accept is set from the programme each time the database is brought up to date (db/accepted-words.ts).
alter table base drop constraint base_stage_check, drop constraint base_status_check, drop constraint base_code_check,
  drop constraint base_colour_check;
alter table base_stage drop constraint base_stage_stage_check, drop constraint base_stage_outcome_check, drop constraint base_stage_code_check;
alter table step drop constraint step_role_check, drop constraint step_code_check;
alter table step_act drop constraint step_act_role_check, drop constraint step_act_code_check;
alter table mandate drop constraint mandate_role_check;
alter table ledger_entry drop constraint ledger_entry_role_check;
alter table document_order drop constraint document_order_kind_check;
alter table document drop constraint document_kind_check;
alter table letter drop constraint letter_kind_check;
alter table programme drop constraint programme_procedure_check;
alter table procedure drop constraint procedure_id_check;
alter table rules_proposal drop constraint rules_proposal_procedure_check;

-- How many bases there may be is a figure of the rules, which the claim of a number is held to.
alter table slot drop constraint slot_number_check;
alter table slot add constraint slot_number_check check (number > 0);
