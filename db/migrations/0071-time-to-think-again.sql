-- Until when a letter of a decision waits, so that the decision can be taken back before anybody is told of it (0076). Set by whoever
-- sends letters when it looks at one first; null: it waited for nothing of that kind.
alter table letter add column undo_until timestamptz(3);
