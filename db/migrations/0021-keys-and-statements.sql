-- A note in which a key that signs checkpoints vouches for the one that comes after it. Any may be written here: a note counts
-- by its signature, and whoever reads it checks that.
create table checkpoint_key_note (
  verifier_key text not null check (char_length(verifier_key) <= 300),
  note text not null check (char_length(note) <= 2000),
  primary key (verifier_key, note)
);

create trigger checkpoint_key_note_rows before update or delete on checkpoint_key_note
  for each row execute function ledger_is_append_only();
create trigger checkpoint_key_note_whole before truncate on checkpoint_key_note
  for each statement execute function ledger_is_append_only();
alter table checkpoint_key_note enable always trigger checkpoint_key_note_rows;
alter table checkpoint_key_note enable always trigger checkpoint_key_note_whole;

-- What the API asks the sequencer to say of an evidence file, and what it was told: the signed statement, or why there is none.
create table evidence_statement (
  id uuid primary key,
  kind text not null check (kind in ('base', 'programme')),
  subject text not null check (char_length(subject) between 1 and 200),
  size bigint not null check (size > 0),
  manifest text not null check (manifest ~ '^[0-9a-f]{64}$'),
  asked_at timestamptz(3) not null,
  note text,
  refused text,
  check (note is null or refused is null)
);
create index evidence_statement_open on evidence_statement (asked_at) where note is null and refused is null;

grant select, insert on checkpoint_key_note to cornerstone_app;
grant select, insert, update on evidence_statement to cornerstone_app;
grant select on checkpoint_key_note, evidence_statement to cornerstone_reader;
