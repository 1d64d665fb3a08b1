-- What waits for one reader leaves as one mail, under the name of its first letter; and a letter that says nothing that is
-- still so when its turn comes is not sent at all.
alter table letter add sent_with uuid;
alter table letter drop constraint letter_state_check;
alter table letter add constraint letter_state_check check (state in ('queued', 'sent', 'failed', 'unknown', 'not_needed'));
create index letter_of_reader on letter (recipient, next_attempt_at) where state = 'queued';
