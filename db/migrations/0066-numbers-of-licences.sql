-- Licences count under numbers of their own.
alter table paper_count drop constraint paper_count_series_check;
alter table paper_count add constraint paper_count_series_check check (series in ('L', 'N', 'R', 'E', 'M', 'P', 'C'));
