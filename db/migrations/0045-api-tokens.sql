-- A token with which a machine asks in the name of a person (0053): what it may do, and until when. The token itself is nowhere: the
-- row has its hash. The seal says that the programme made it with just these scopes.
create table api_token (
  id uuid primary key,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  programme text not null references programme (id),
  person text not null references person (id),
  name text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  made_by text not null,
  made_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  seal text not null,
  used_at timestamptz(3),
  revoked_at timestamptz(3),
  revoked_by text,
  check (ends_at > made_at),
  check ((revoked_at is null) = (revoked_by is null))
);
create index api_token_of_programme on api_token (programme, made_at);
create index api_token_of_person on api_token (person, made_at);
grant select, insert, delete, update (used_at, revoked_at, revoked_by) on api_token to cornerstone_app;
