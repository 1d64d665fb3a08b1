-- An inbox is led by the seats of whoever asks, not by the steps that wait: for each way in which a seat gives an act there is an index in
-- the order of urgency, from which a page is read and no more, however many bases there are.
drop index step_open;
create index step_open on step (programme, role, holder, due_at, base, id) where closed_at is null;
create index step_open_to_stand_in on step (programme, stand_in, due_at, base, id) where closed_at is null and stand_in is not null;
create index step_open_to_chair on step (programme, (also_roles[1]), due_at, base, id) where closed_at is null and also_roles <> '{}';
create index step_open_to_substitutes on step (programme, due_at, base, id) where closed_at is null and substitutes <> '{}';

-- A body has one chair (8.4), and the index above knows of no second role beside the step's own.
alter table step add constraint one_chair check (cardinality(also_roles) <= 1);

-- How long a base has been in the stage it is in is read without looking for the last one.
create index base_stage_current on base_stage (base, entered_at) where left_at is null;
