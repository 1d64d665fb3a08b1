-- Who takes part, and in what. Names and addresses lie here and nowhere else, so that they can be erased.

create table programme (
  id text primary key,
  namespace text not null,
  rehearsal boolean not null,
  label jsonb not null,
  procedure text not null check (procedure in ('full', 'light')),
  created_at timestamptz(3) not null,
  open_call text,
  window_ends timestamptz(3),
  next_due_at timestamptz(3),
  head_seq integer not null default 0,
  head_hash text,
  updated_at timestamptz(3) not null
);

create table procedure (
  id text not null check (id in ('full', 'light')),
  version text not null,
  body jsonb not null,
  in_force_from timestamptz(3) not null,
  primary key (id, version)
);

create table organisation (
  id text primary key,
  name jsonb not null,
  country text not null
);

create table person (
  id text primary key,
  name jsonb,
  email text,
  language text not null check (language in ('en', 'zh-CN')),
  created_at timestamptz(3) not null,
  erased_at timestamptz(3)
);

-- No foreign key to person or organisation: a mandate comes from an entry that has already been accepted.
create table mandate (
  id text primary key,
  programme text not null references programme,
  base text,
  person text not null,
  organisation text not null,
  role text not null check (role in (
    'PM', 'PD', 'SO', 'CO', 'LC', 'FO', 'EX', 'DL', 'SP', 'SV', 'CM', 'CH', 'CS', 'BD', 'AS', 'TR', 'RV', 'RP', 'AP',
    'AU', 'AD', 'LG', 'LX', 'SA', 'CLO', 'EN', 'AL'
  )),
  from_at timestamptz(3) not null,
  until_at timestamptz(3),
  revoked_at timestamptz(3),
  granted_seq integer
);
create index mandate_by_person on mandate (person, programme, id);
create index mandate_by_role on mandate (programme, role, base);

create table cluster (
  programme text not null references programme,
  id text not null,
  record jsonb not null,
  record_hash text not null,
  names jsonb not null,
  primary key (programme, id)
);

create table call (
  programme text not null references programme,
  id text not null,
  state text not null check (state in ('proposed', 'open', 'closed', 'put_off')),
  window_ends timestamptz(3),
  proposed_by text not null,
  proposed_at timestamptz(3) not null,
  decided_at timestamptz(3),
  closed_at timestamptz(3),
  primary key (programme, id)
);

create table session (
  programme text not null references programme,
  id text not null,
  convened_at timestamptz(3) not null,
  primary key (programme, id)
);

create table session_rank (
  programme text not null,
  session text not null,
  base text not null,
  place integer not null check (place > 0),
  score double precision not null,
  proposal text,
  primary key (programme, session, base),
  foreign key (programme, session) references session
);
