-- A text that both sides make (0059). A version lies here once for its hash, sealed under the key of its base: it is no single
-- person's. Which versions there are, and who handed them over, the ledger says.
create table text_version (
  base text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  body text not null check (body like 's1.%'),
  kept_at timestamptz(3) not null,
  primary key (base, hash)
);

-- What somebody proposes, remarks or asks about the text, sealed under the key of the author. Until a decision brings it the own side
-- alone reads it, and what is marked for the own side never leaves it. An answer lies beside it until a decision brings that.
create table text_item (
  base text not null,
  no integer not null check (no > 0),
  step text not null,
  kind text not null check (kind in ('proposal', 'comment', 'issue')),
  side text not null check (side in ('programme', 'partner')),
  seen_by text not null check (seen_by in ('own_side', 'both')),
  clauses text[] not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  body text not null check (body like 's1.%'),
  author text not null,
  made_at timestamptz(3) not null,
  -- The request it came with: sent twice it is kept once.
  command text not null unique,
  primary key (base, no)
);

create table text_answer (
  base text not null,
  no integer not null,
  step text not null,
  state text not null,
  hash text,
  body text check (body like 's1.%'),
  author text not null,
  given_at timestamptz(3) not null,
  primary key (base, no, step),
  foreign key (base, no) references text_item (base, no),
  check ((hash is null) = (body is null))
);

grant select, insert on text_version to cornerstone_app;
grant select, insert on text_item to cornerstone_app;
grant select, insert, update, delete on text_answer to cornerstone_app;
