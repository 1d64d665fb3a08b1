-- A link that a letter carries, by which its reader acts once (0051). The token itself is nowhere: the row has its hash, and what
-- the link is for. The seal says that the programme made it, so that whoever only reaches the database makes nobody act.
create table act_link (
  id uuid primary key,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  letter uuid not null,
  person text not null references person (id),
  seat text not null references mandate (id),
  base text not null references base (id),
  step text not null,
  documents text[] not null,
  made_at timestamptz(3) not null,
  seal text not null,
  revoked_at timestamptz(3),
  used_at timestamptz(3),
  used_by text,
  check ((used_at is null) = (used_by is null))
);
create index act_link_of_person on act_link (person, base, step);
grant select, insert, update (revoked_at, used_at, used_by) on act_link to cornerstone_app;

-- An act by a link stands in the ledger as one.
alter table ledger_entry drop constraint ledger_entry_channel_check;
alter table ledger_entry add constraint ledger_entry_channel_check
  check (channel in ('api', 'import', 'paper', 'link', 'machine'));

-- Whose link acts no more asks for the letter once more; that is a letter of its own.
alter table letter add column again integer not null default 0;
alter table letter drop constraint letter_base_seq_kind_recipient_key;
alter table letter add constraint letter_once unique (base, seq, kind, recipient, again);
