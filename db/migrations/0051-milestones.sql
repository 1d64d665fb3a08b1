-- Lists say when a memorandum was signed and ends and when a base was activated. Of many entries few say so: they are found at once.
create index ledger_milestones on ledger_entry (stream, type, seq)
  where type in ('memorandum_signed', 'memorandum_renewed', 'base_activated');
