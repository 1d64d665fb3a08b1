-- A question to somebody outside about an activity of the year (0066): to whom it goes, whether the letter left, and what was answered. It
-- begins as what was prepared, and is asked once the ledger says so. The token is nowhere: the row has its hash, from when the letter
-- leaves; each attempt bears another. The address is taken away once the letter has left, or is given up.
create table third_party (
  id uuid primary key,
  base text not null references base (id),
  activity text not null,
  language text not null check (language in ('en', 'zh-CN')),
  -- Sealed under the key of the base, like what is answered in words.
  address text,
  prepared_at timestamptz(3) not null,
  asked_at timestamptz(3),
  until timestamptz(3),
  state text not null default 'prepared' check (state in ('prepared', 'queued', 'sent', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz(3),
  response text,
  token_hash text unique check (token_hash ~ '^[0-9a-f]{64}$'),
  answer text check (answer in ('confirmed', 'differs', 'not_known')),
  own_number numeric,
  capacity text,
  answered_at timestamptz(3),
  -- Says that a process of the programme wrote the answer.
  seal text,
  check ((state = 'prepared') = (asked_at is null) and (asked_at is null) = (until is null)),
  check ((answer is null) = (answered_at is null) and (answer is null) = (seal is null)),
  check ((own_number is not null) = (answer is not distinct from 'differs'))
);
create index third_party_of_activity on third_party (base, activity);
create index third_party_waiting on third_party (next_attempt_at) where state = 'queued';
grant select, insert on third_party to cornerstone_app;
grant update (address, asked_at, until, state, attempts, next_attempt_at, response, token_hash, answer, own_number, capacity, answered_at, seal)
  on third_party to cornerstone_app;

alter table third_party enable row level security;
create policy reached on third_party for select using ((select reader_of_rows()) is null
  or ((split_part(base, '-', 1) = any ((select programmes_in_reach())::text[]) or base = any ((select bases_in_reach())::text[]))
    and base <> all ((select bases_closed())::text[])));
create policy appended on third_party for insert with check (true);
create policy changed on third_party for update using (true);
