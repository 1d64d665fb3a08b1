-- What lists and pages show of a base, written in the same transaction as the ledger and never read by the core.

create table base (
  id text primary key,
  programme text not null references programme,
  cluster text not null,
  call text not null,
  category text not null,
  province text not null,
  country text not null,
  overlapping text[] not null,
  record_hash text not null,
  stage text not null check (stage in ('nomination', 'due_diligence', 'memorandum', 'launch', 'yearly_review')),
  status text not null check (status in (
    'expression_of_interest', 'nominated', 'screening', 'shortlisted', 'in_due_diligence', 'deferred', 'recommended',
    'slot_reserved', 'mou_in_negotiation', 'mou_signed', 'preparing_launch', 'active_green', 'active_role_model',
    'active_yellow', 'on_hold', 'suspended', 'waiting_list', 'declined', 'not_recommended', 'withdrawn_by_nominee',
    'lapsed', 'removed', 'red', 'ended_by_agreement', 'expired'
  )),
  code text check (code in (
    'INC', 'INE', 'CAP', 'QUO', 'INT', 'DAT', 'SCA', 'VCH', 'COM', 'GOV', 'ENV', 'LAB', 'FIN', 'LEG', 'TXT', 'LAT',
    'REP', 'PLN', 'WDR', 'FMJ'
  )),
  colour text check (colour in ('role_model', 'green', 'green_with_advice', 'yellow', 'red', 'suspended')),
  score double precision,
  slot integer,
  plaque text,
  procedure text not null,
  awaits_session boolean not null,
  reviews integer not null,
  missing_parts integer[] not null,
  undated text[] not null,
  next_due_at timestamptz(3),
  rehearsal boolean not null,
  steps_closed integer not null default 0,
  decisions integer not null default 0,
  letters_sent integer not null default 0,
  head_seq integer not null,
  head_hash text not null,
  opened_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  closed_at timestamptz(3)
);
create unique index one_open_base_per_cluster on base (programme, cluster) where closed_at is null;
create index base_by_programme on base (programme, id);
create index base_by_stage on base (stage, id);
create index base_by_status on base (status, id);
create index base_next_due on base (programme, next_due_at) where closed_at is null and next_due_at is not null;

create table base_stage (
  base text not null references base,
  no integer not null,
  stage text not null check (stage in ('nomination', 'due_diligence', 'memorandum', 'launch', 'yearly_review')),
  year integer,
  entered_at timestamptz(3) not null,
  left_at timestamptz(3),
  outcome text check (outcome in (
    'expression_of_interest', 'nominated', 'screening', 'shortlisted', 'in_due_diligence', 'deferred', 'recommended',
    'slot_reserved', 'mou_in_negotiation', 'mou_signed', 'preparing_launch', 'active_green', 'active_role_model',
    'active_yellow', 'on_hold', 'suspended', 'waiting_list', 'declined', 'not_recommended', 'withdrawn_by_nominee',
    'lapsed', 'removed', 'red', 'ended_by_agreement', 'expired'
  )),
  code text check (code in (
    'INC', 'INE', 'CAP', 'QUO', 'INT', 'DAT', 'SCA', 'VCH', 'COM', 'GOV', 'ENV', 'LAB', 'FIN', 'LEG', 'TXT', 'LAT',
    'REP', 'PLN', 'WDR', 'FMJ'
  )),
  primary key (base, no)
);

create table step (
  base text not null references base,
  id text not null,
  programme text not null,
  key text not null,
  round integer not null,
  stage_no integer not null,
  role text not null check (role in (
    'PM', 'PD', 'SO', 'CO', 'LC', 'FO', 'EX', 'DL', 'SP', 'SV', 'CM', 'CH', 'CS', 'BD', 'AS', 'TR', 'RV', 'RP', 'AP',
    'AU', 'AD', 'LG', 'LX', 'SA', 'CLO', 'EN', 'AL'
  )),
  side text not null check (side in ('programme', 'partner')),
  opened_seq integer not null,
  opened_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  calendar text not null,
  seats integer not null,
  closed_at timestamptz(3),
  outcome text,
  code text check (code in (
    'INC', 'INE', 'CAP', 'QUO', 'INT', 'DAT', 'SCA', 'VCH', 'COM', 'GOV', 'ENV', 'LAB', 'FIN', 'LEG', 'TXT', 'LAT',
    'REP', 'PLN', 'WDR', 'FMJ'
  )),
  how text check (how in ('act', 'vote', 'sheets', 'silence', 'clock', 'file', 'stopped')),
  score double precision,
  escalated integer not null default 0,
  primary key (base, id)
);
create unique index step_in_order on step (base, opened_seq);
create index step_open on step (programme, role, due_at, base, id) where closed_at is null;
create index step_open_of_base on step (base, due_at) where closed_at is null;

create table step_act (
  base text not null,
  seq integer not null,
  step text not null,
  person text not null,
  role text not null check (role in (
    'PM', 'PD', 'SO', 'CO', 'LC', 'FO', 'EX', 'DL', 'SP', 'SV', 'CM', 'CH', 'CS', 'BD', 'AS', 'TR', 'RV', 'RP', 'AP',
    'AU', 'AD', 'LG', 'LX', 'SA', 'CLO', 'EN', 'AL'
  )),
  mandate text not null,
  option text not null,
  code text check (code in (
    'INC', 'INE', 'CAP', 'QUO', 'INT', 'DAT', 'SCA', 'VCH', 'COM', 'GOV', 'ENV', 'LAB', 'FIN', 'LEG', 'TXT', 'LAT',
    'REP', 'PLN', 'WDR', 'FMJ'
  )),
  text_id text,
  at timestamptz(3) not null,
  primary key (base, seq),
  foreign key (base, step) references step
);
create index step_act_of_step on step_act (base, step, seq);

-- The ten (8.1): a number is held by one base, and a base holds one number.
create table slot (
  programme text not null references programme,
  number integer not null check (number between 1 and 10),
  base text unique references base,
  primary key (programme, number)
);

create function slot_is_held() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  if old.base is not null and new.base is not null and old.base <> new.base then
    raise exception 'Slot % is held by %; it has to be freed before % can have it.', old.number, old.base, new.base
      using errcode = 'unique_violation';
  end if;
  return new;
end $$;

create trigger slot_is_held before update on slot for each row execute function slot_is_held();

create table shortlist_place (
  programme text not null references programme,
  call text not null,
  base text not null references base,
  category text not null,
  province text not null,
  taken_at timestamptz(3) not null,
  primary key (programme, call, base)
);
create index shortlist_place_of_base on shortlist_place (base);

create table document_order (
  base text not null references base,
  id text not null,
  kind text not null check (kind in (
    'call_notice', 'dossier_receipt', 'decision_letter', 'feedback_sheet', 'due_diligence_report', 'mou_text',
    'launch_record', 'review_letter', 'withdrawal_resolution'
  )),
  languages text[] not null,
  ordered_seq integer not null,
  ordered_at timestamptz(3) not null,
  made_at timestamptz(3),
  primary key (base, id)
);

create table document (
  base text not null,
  order_id text not null,
  kind text not null check (kind in (
    'call_notice', 'dossier_receipt', 'decision_letter', 'feedback_sheet', 'due_diligence_report', 'mou_text',
    'launch_record', 'review_letter', 'withdrawal_resolution'
  )),
  language text not null check (language in ('en', 'zh-CN')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  made_seq integer not null,
  made_at timestamptz(3) not null,
  primary key (base, made_seq, kind, language),
  foreign key (base, order_id) references document_order
);
create index document_by_hash on document (sha256, base);
