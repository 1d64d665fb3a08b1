-- Who is signed in, and on how many browsers (0053). The word the browser bears is nowhere: the row has its hash. The seal says that the
-- programme made it, so that whoever only reaches the database signs nobody in.
create table sign_in (
  id uuid primary key,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  person text not null references person (id),
  means text not null check (means in ('provider', 'local')),
  -- When the provider asked the person last, as far as it says.
  asked_at timestamptz(3),
  agent text not null,
  made_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  ended_at timestamptz(3),
  seal text not null,
  check (ends_at > made_at)
);
create index sign_in_of_person on sign_in (person, made_at);
grant select, insert, delete, update (seen_at, ended_at) on sign_in to cornerstone_app;

-- A sign-in on its way to the provider and back: once, from the browser that began it. What protects it is worked out from the word
-- that browser bears, of which this is the hash.
create table sign_in_begun (
  browser_hash text primary key check (browser_hash ~ '^[0-9a-f]{64}$'),
  return_to text not null,
  is_fresh boolean not null,
  begun_at timestamptz(3) not null
);
grant select, insert, delete on sign_in_begun to cornerstone_app;
