-- What only a worker can have written: a seal over an entry's place, its command and its hash, under a key that follows from
-- the installation's own and never comes here. It is no part of the entry's hash. Whoever can write rows and is no worker of
-- the programme cannot make one, so what such a hand appends is never taken over.
alter table ledger_entry add column seal text;
-- Not valid: entries of before have none; every one written from now on bears one.
alter table ledger_entry add constraint ledger_entry_is_sealed
  check (seal is not null and seal ~ '^[0-9a-f]{8}\.[0-9a-f]{64}$') not valid;
