-- What a letter said when it was handed to the mail server: under the key of its reader, with whom it goes. The token of its link is
-- not in it, for who reads the copy acts for nobody (0051), nor are words of others, which stand under keys of their own.
create table letter_copy (
  -- What a mail said of this letter alone: whoever may read one letter of a mail may not read all of them.
  letter uuid primary key,
  person text not null references person (id),
  body text not null check (body like 's1.%'),
  kept_at timestamptz(3) not null
);
create index letter_copy_of_person on letter_copy (person);

grant select, insert, update, delete on letter_copy to cornerstone_app;
