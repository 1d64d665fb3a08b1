-- What was found each time the ledger was held against the histories of Temporal. Appended and never changed.

create table reconciliation (
  id bigint generated always as identity primary key,
  programme text not null references programme (id),
  -- What asked for it, so that asking again after a crash gives the same report.
  key text not null unique,
  made_at timestamptz(3) not null,
  streams integer not null check (streams >= 0),
  runs integer not null check (runs >= 0),
  entries integer not null check (entries >= 0),
  commands integer not null check (commands >= 0),
  -- How many differences there were, and the first two hundred of them: ids, codes and numbers only.
  found integer not null check (found >= 0),
  divergences jsonb not null
);
create index reconciliation_by_programme on reconciliation (programme, id desc);

-- Which auditor is told of which report; only of one that found what the report before it had not.
create table reconciliation_letter (
  reconciliation bigint not null references reconciliation (id),
  recipient text not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz(3) not null,
  sent_at timestamptz(3),
  response text,
  primary key (reconciliation, recipient)
);
create index reconciliation_letter_due on reconciliation_letter (next_attempt_at) where state = 'queued';

create trigger reconciliation_rows before update or delete on reconciliation
  for each row execute function ledger_is_append_only();
create trigger reconciliation_whole before truncate on reconciliation
  for each statement execute function ledger_is_append_only();
-- ALWAYS: also where session_replication_role would silence an ordinary trigger.
alter table reconciliation enable always trigger reconciliation_rows;
alter table reconciliation enable always trigger reconciliation_whole;

grant select, insert on reconciliation to cornerstone_app;
grant select, insert, update on reconciliation_letter to cornerstone_app;
grant select on reconciliation, reconciliation_letter to cornerstone_reader;
