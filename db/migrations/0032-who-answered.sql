-- What a command became is said by whoever recorded it, and what its sender was told by the API that told it: the seals say
-- so. A row that says it without one is repeated to nobody.
alter table command add column accepted_seal text, add column outcome_seal text;
grant update (accepted_seal, outcome_seal) on command to cornerstone_app;

drop trigger command_answer_stays on command;
create trigger command_answer_stays before update on command
  for each row when (old.outcome is not null
    and (new.state, new.outcome, new.outcome_seal) is distinct from (old.state, old.outcome, old.outcome_seal))
  execute function command_answer_stays();
alter table command enable always trigger command_answer_stays;
