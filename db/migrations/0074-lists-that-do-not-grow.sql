-- What is asked with every inbox beside the steps concerns few bases, however many there are: a paper or a word taken back that waits
-- for a second person, a base that waits for its session. Each was looked for in all of them.
create index step_waiting_papers on step (programme, base) where closed_at is null and papers <> '[]'::jsonb;
create index ledger_voids_proposed on ledger_entry (stream) where type = 'void_proposed';
create index base_awaiting_session on base (programme) where awaits_session and closed_at is null;

-- An order behind "holder is null" is none that PostgreSQL knows: what waits for whoever holds a role was read whole and sorted.
create index step_open_to_role on step (programme, role, due_at, base, id) where closed_at is null and holder is null;

-- Looked for every few seconds: the steps for which too few might act when their base last looked.
create index step_vacant on step (base) where vacant and closed_at is null;
