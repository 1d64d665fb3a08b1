-- Late for long, a step may also be acted on by whoever holds this role (E1).
alter table step add column stand_in text;
-- The days off of the sides that act, as far as the open steps reach: whoever reads can count working days as the core does.
alter table base add column calendars jsonb not null default '{}';
