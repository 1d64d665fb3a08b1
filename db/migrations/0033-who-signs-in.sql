-- Whom an issuer of tokens means: its own name for somebody, and the person that is. The name is kept as a hash, since it may be
-- an address; the seal says that the API wrote the row, so that whoever only reaches the database makes nobody another.
create table person_identity (
  subject_hash text primary key check (subject_hash ~ '^[0-9a-f]{64}$'),
  issuer text not null,
  person text not null references person (id),
  seal text not null,
  set_by text not null,
  set_at timestamptz(3) not null
);
create index person_identity_of_person on person_identity (person, issuer);
grant select, insert, delete on person_identity to cornerstone_app;
