-- What somebody has typed into the form of a step and not yet handed in: one row for each visit of a step and each who drafts
-- there, a person or the seats of one organisation. Sealed under the key of whoever typed last; it goes with the act, and with
-- everybody who typed at it. No entry of the ledger knows of it, and who only looks at the tables does not see it.
create table draft (
  base text not null,
  step text not null,
  drafter text not null check (drafter ~ '^(person|seats)/.+'),
  version integer not null check (version > 0),
  body text not null check (body like 's1.%'),
  author text not null,
  authors text[] not null,
  changed_at timestamptz(3) not null,
  primary key (base, step, drafter)
);
create index draft_of_authors on draft using gin (authors);

grant select, insert, update, delete on draft to cornerstone_app;
