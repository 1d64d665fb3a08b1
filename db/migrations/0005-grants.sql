-- Least privilege: the program appends to the ledger and never owns anything; auditors' queries only read.

do $$
declare wanted text;
begin
  foreach wanted in array array['cornerstone_app', 'cornerstone_reader'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = wanted) then
      execute pg_catalog.format('create role %I nologin', wanted);
    end if;
  end loop;
end $$;

revoke all on schema public from public;
grant usage on schema public to cornerstone_app, cornerstone_reader;

grant select, insert on ledger_entry, procedure, refused_attempt, mailbox_message, session, session_rank, step_act,
  shortlist_place, document to cornerstone_app;
grant select, insert, update on programme, organisation, person, mandate, cluster, call, ledger_head, base, base_stage,
  step, slot, document_order, command, text, letter to cornerstone_app;

grant select on programme, procedure, organisation, person, mandate, cluster, call, session, session_rank, ledger_entry,
  ledger_head, base, base_stage, step, step_act, slot, shortlist_place, document_order, document, command, text, letter,
  refused_attempt, mailbox_message to cornerstone_reader;
