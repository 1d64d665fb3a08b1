-- Passkeys by which somebody shows afresh who he or she is (0073). The name is under the key of the person. The seal says that the programme
-- took just this key for just this person, so that whoever may write rows gives nobody a key.
create table passkey (
  id uuid primary key,
  person text not null references person (id),
  -- The id that the authenticator gave it, and its public key (COSE), both in base64url.
  credential text not null unique check (credential ~ '^[A-Za-z0-9_-]+$' and length(credential) <= 1400),
  public_key text not null check (public_key ~ '^[A-Za-z0-9_-]+$'),
  transports text[] not null,
  name text not null check (name like 's1.%'),
  -- As the authenticator counted last; one that does not count says 0 always.
  counter bigint not null check (counter >= 0),
  made_at timestamptz(3) not null,
  used_at timestamptz(3),
  seal text not null
);
create index passkey_of_person on passkey (person, made_at, id);
grant select, insert, delete, update (counter, used_at) on passkey to cornerstone_app;

-- What was asked of an authenticator: by whom and for which act, once. Only its hash is here; without an act it is to take a new key.
create table passkey_challenge (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  person text not null references person (id),
  act text check (act ~ '^[0-9a-f]{64}$'),
  made_at timestamptz(3) not null,
  seal text not null
);
create index passkey_challenge_old on passkey_challenge (made_at);
grant select, insert, delete on passkey_challenge to cornerstone_app;
