-- A seat is for its programme or for a base of it: one that names a base of another programme would open that base to whoever holds it,
-- since both sight and the rows of the reader go by the base a seat names (0057). The id of a base begins with that of its programme,
-- which bears no hyphen.
alter table mandate add constraint mandate_is_of_its_programme check (split_part(base, '-', 1) = programme);
