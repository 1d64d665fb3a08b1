-- How many entries a comparison found that Temporal forgot in a crash and a later run took over from the ledger.
alter table reconciliation add column recovered integer not null default 0 check (recovered >= 0);
