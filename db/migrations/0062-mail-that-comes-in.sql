-- A mail server says of some letters later that they did not arrive, and people answer. A letter that came back is neither sent nor given
-- up: it was taken, and nobody has it. One that is sent once more may go to another address of its reader, under the reader's key.
alter table letter drop constraint letter_state_check;
alter table letter add constraint letter_state_check
  check (state in ('queued', 'sent', 'failed', 'unknown', 'not_needed', 'bounced'));
alter table letter add column bounced_at timestamptz(3);
alter table letter add constraint letter_bounced_at check ((state = 'bounced') = (bounced_at is not null));
alter table letter add column other_address text check (other_address like 's1.%');
create index letter_of_mail on letter (sent_with) where sent_with is not null;
create index letter_undelivered on letter (base, seq, kind, recipient) where state in ('bounced', 'failed');

-- What was written to the address of a base: kept to be read, and never an act. It lies under the key of whoever had the letter that it
-- answers, with whom it goes; where it answers none, under the key of the base.
create table correspondence (
  id uuid primary key,
  base text not null,
  letter uuid references letter (id),
  person text references person (id),
  automatic boolean not null,
  files integer not null check (files >= 0),
  received_at timestamptz(3) not null,
  -- By which the same mail is known again.
  mark text not null check (mark ~ '^[0-9a-f]{64}$'),
  body text not null check (body like 's1.%'),
  unique (base, mark),
  check ((letter is null) = (person is null))
);
create index correspondence_in_order on correspondence (base, received_at, id);
create index correspondence_of_person on correspondence (person);
grant select, insert, delete on correspondence to cornerstone_app;

alter table correspondence enable row level security;
create policy reached on correspondence for select using ((select reader_of_rows()) is null
  or ((split_part(base, '-', 1) = any ((select programmes_in_reach())::text[]) or base = any ((select bases_in_reach())::text[]))
    and base <> all ((select bases_closed())::text[])));
create policy appended on correspondence for insert with check (true);
create policy removed on correspondence for delete using (true);

-- Papers are numbered by kind and year, without a gap: the number is counted in the transaction of the entry that orders the paper, so that
-- what is not written counts nothing. Its row is locked until then.
create table paper_count (
  programme text not null references programme (id),
  series text not null check (series in ('L', 'N', 'R', 'E', 'M', 'C')),
  year integer not null,
  last integer not null check (last > 0),
  primary key (programme, series, year)
);
grant select, insert, update on paper_count to cornerstone_app;
grant select on paper_count to cornerstone_reader;

-- The number of an order: one for all languages of its paper, given once.
create table paper_number (
  base text not null,
  order_id text not null,
  programme text not null,
  series text not null,
  year integer not null,
  number integer not null check (number > 0),
  primary key (base, order_id),
  unique (programme, series, year, number),
  foreign key (base, order_id) references document_order (base, id),
  foreign key (programme, series, year) references paper_count (programme, series, year)
);
grant select, insert on paper_number to cornerstone_app;
grant select on paper_number to cornerstone_reader;

alter table paper_number enable row level security;
create policy reached on paper_number for select using ((select reader_of_rows()) is null
  or ((split_part(base, '-', 1) = any ((select programmes_in_reach())::text[]) or base = any ((select bases_in_reach())::text[]))
    and base <> all ((select bases_closed())::text[])));
create policy appended on paper_number for insert with check (true);
