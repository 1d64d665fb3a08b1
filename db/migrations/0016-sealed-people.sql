-- What names a person lies sealed under a key of that person, and the key under the installation's own, which never comes
-- here. Where the key is gone, copies of the sealed texts, old backups included, are worth nothing.

create table person_key (
  person text primary key,
  wrapped text not null check (wrapped like 's1.%'),
  -- Which key of the installation it is wrapped under.
  wrapped_by text not null check (wrapped_by ~ '^[0-9a-f]{8}$'),
  made_at timestamptz(3) not null
);

alter table person alter column name type text using name::text;
-- Not valid: rows of before are sealed by the first worker that starts; every row written from now on is sealed.
alter table person add constraint person_name_is_sealed check (name like 's1.%') not valid;
alter table person add constraint person_email_is_sealed check (email like 's1.%') not valid;
alter table text add constraint text_body_is_sealed check (body like 's1.%') not valid;
create index text_of_author on text (author);
create index step_act_of_person on step_act (person);

-- Records that are kept whatever else is asked (8.13): of a person, or of a base. `asked` already keeps; `held` was confirmed.
create table record_hold (
  programme text not null references programme,
  id text not null,
  person text,
  base text,
  code text not null,
  state text not null check (state in ('asked', 'held', 'release_asked', 'released')),
  asked_at timestamptz(3) not null,
  held_at timestamptz(3),
  released_at timestamptz(3),
  primary key (programme, id),
  constraint record_hold_is_of_one check ((person is null) <> (base is null))
);
create index record_hold_of_person on record_hold (person) where state <> 'released';
create index record_hold_of_base on record_hold (base) where state <> 'released';

-- What was asked to be erased, and how much of it there was.
create table erasure (
  programme text not null references programme,
  person text not null,
  requested_at timestamptz(3) not null,
  erased_at timestamptz(3),
  erased jsonb,
  primary key (programme, person)
);

grant select, insert, update, delete on person_key to cornerstone_app;
grant select, insert, update on record_hold, erasure to cornerstone_app;
-- An address in a mailbox goes with its person.
grant delete on mailbox_message, checkpoint_letter to cornerstone_app;
-- Readers of the tables see sealed texts and no keys.
grant select on record_hold, erasure to cornerstone_reader;
