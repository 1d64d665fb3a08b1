-- Lists of bases are read in their order and counted to a thousand, however many bases there are. What is asked of each of them is kept in
-- its row: since when it stands in its stage, when the first of its open steps is due, when its yearly review opens or has opened, and the
-- last day of its memorandum. Whoever writes a step, a stage or an entry, these follow.
alter table base add column first_due_at timestamptz(3), add column stage_entered_at timestamptz(3), add column review_at timestamptz(3),
  add column ends_on text;

create function bases_follow(changed text[]) returns void language sql set search_path = pg_catalog, public, pg_temp as $$
  update base set first_due_at = found.first_due_at, stage_entered_at = found.stage_entered_at, review_at = found.review_at
  from unnest(changed) as touched (id), lateral (select
    (select min(due_at) from step where step.base = touched.id and step.closed_at is null) as first_due_at,
    (select max(entered_at) from base_stage where base_stage.base = touched.id and left_at is null) as stage_entered_at,
    -- The steps with which a review opens.
    (select coalesce(opening.closed_at, opening.due_at) from base_stage as current
      join step as opening on opening.base = current.base and opening.stage_no = current.no and opening.key in ('5.1', '5.8r')
      where current.base = touched.id and current.left_at is null and current.stage = 'yearly_review'
      order by opening.opened_seq desc limit 1) as review_at) as found
  where base.id = touched.id and (base.first_due_at, base.stage_entered_at, base.review_at)
    is distinct from (found.first_due_at, found.stage_entered_at, found.review_at)
$$;

select bases_follow(array_agg(id)) from base;
update base set ends_on = ended.on_day
from (select distinct on (stream) stream, payload ->> 'endsOn' as on_day from ledger_entry
  where type in ('memorandum_signed', 'memorandum_renewed') order by stream, seq desc) as ended
where base.id = ended.stream;

create function bases_of_rows_follow() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform bases_follow((select array_agg(distinct base) from changed));
  return null;
end $$;

create function end_of_memorandum_follows() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  update base set ends_on = new.payload ->> 'endsOn' where id = new.stream;
  return null;
end $$;

create trigger base_follows_new_steps after insert on step
  referencing new table as changed for each statement execute function bases_of_rows_follow();
create trigger base_follows_steps after update on step
  referencing new table as changed for each statement execute function bases_of_rows_follow();
create trigger base_follows_new_stages after insert on base_stage
  referencing new table as changed for each statement execute function bases_of_rows_follow();
create trigger base_follows_stages after update on base_stage
  referencing new table as changed for each statement execute function bases_of_rows_follow();
create trigger base_follows_its_memorandum after insert on ledger_entry
  for each row when (new.type in ('memorandum_signed', 'memorandum_renewed')) execute function end_of_memorandum_follows();

-- Which of a stage are late, and since when they stand in it. Without their programme those of a stage are asked for by nobody.
drop index base_by_stage;
create index base_late on base (programme, stage, first_due_at, id) where closed_at is null;
create index base_in_stage on base (programme, stage, stage_entered_at, id) where closed_at is null;
create index base_closed on base (programme, id) where closed_at is not null;
create index base_with_slot on base (programme, id) where slot is not null;
create index base_with_colour on base (programme, colour, id) where colour is not null;

-- The orders a list is asked for in: what has none of it comes last. Said by "case", whose conditions PostgreSQL looks up in an index before
-- it has asked whose row it is (0057); "coalesce" it does not trust so far.
create index base_by_entry on base (programme, (case when stage_entered_at is null then 'infinity' else stage_entered_at end), id);
create index base_by_review on base (programme, (case when review_at is null then 'infinity' else review_at end), id);
create index base_by_end on base (programme, (case when ends_on is null then '~' else ends_on end), id);
create index base_by_score on base (programme, (case when score is null then 'infinity' else -score end), id);
create index base_by_stage on base (programme, (case stage when 'nomination' then 1 when 'due_diligence' then 2 when 'memorandum' then 3
  when 'launch' then 4 when 'yearly_review' then 5 else 0 end), id);
create index step_open_in_order on step (programme, due_at, base, id) where closed_at is null;
