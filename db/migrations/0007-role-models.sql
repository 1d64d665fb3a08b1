-- At most two of ten bases are role models of one review year, by rank among those the panels proposed (6.5).
create table role_model (
  programme text not null references programme,
  year int not null,
  base text not null references base,
  total double precision not null,
  evidence double precision not null,
  green_years int not null,
  granted_at timestamptz(3),
  primary key (programme, year, base)
);
create index role_model_of_base on role_model (base);

grant select, insert, update on role_model to cornerstone_app;
grant select on role_model to cornerstone_reader;
