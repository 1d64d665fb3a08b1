-- What came in, what goes out, and what was refused.

create table command (
  id uuid primary key,
  stream text not null,
  route text not null,
  actor text not null,
  body_hash text not null,
  body jsonb not null,
  state text not null check (state in ('unsent', 'sent', 'accepted', 'refused', 'failed')),
  received_at timestamptz(3) not null,
  sent_at timestamptz(3),
  answered_at timestamptz(3),
  -- What the command became, noted with its entries; and what its sender was told, noted by whoever told it.
  accepted jsonb,
  outcome jsonb
);
create index command_unanswered on command (received_at, id) where outcome is null;

-- Free text of a person. The salt makes the hash in the ledger worthless once the body is erased.
create table text (
  id uuid primary key,
  stream text not null,
  author text not null,
  salt text,
  hash text not null,
  body text,
  created_at timestamptz(3) not null
);

create table letter (
  id uuid primary key default gen_random_uuid(),
  programme text not null,
  base text not null,
  seq integer not null,
  kind text not null check (kind in (
    'step_opened', 'reminded', 'escalated', 'deadline_moved', 'status_changed', 'held', 'resumed', 'base_closed',
    'document_made'
  )),
  step text,
  recipient text not null,
  language text not null check (language in ('en', 'zh-CN')),
  facts jsonb not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'unknown')),
  attempts integer not null default 0,
  queued_at timestamptz(3) not null,
  next_attempt_at timestamptz(3) not null,
  sent_at timestamptz(3),
  response text,
  unique (base, seq, kind, recipient)
);
create index letter_queue on letter (next_attempt_at, id) where state = 'queued';
create index letter_in_order on letter (queued_at, id);
create index letter_of_base on letter (base, queued_at, id);

create table refused_attempt (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null,
  actor text,
  stream text,
  route text not null,
  command_id text,
  code text not null,
  detail jsonb not null
);

create table mailbox_message (
  id bigint generated always as identity primary key,
  received_at timestamptz(3) not null,
  sender text not null,
  recipient text not null,
  subject text not null,
  text text not null,
  html text,
  message_id text
);
create unique index mailbox_message_once on mailbox_message (message_id, recipient);
