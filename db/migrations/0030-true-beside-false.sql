-- A witness's cosignature stands beside whatever else was put under its name: one that is false keeps no true one out. Of time stamps
-- there is still one under a name. A key of columns, since a backup puts each table in the order of its key.
alter table checkpoint_attestation drop constraint checkpoint_attestation_pkey;
alter table checkpoint_attestation add column beside text not null
  generated always as (md5(case kind when 'cosignature' then body else '' end)) stored;
alter table checkpoint_attestation add primary key (size, kind, name, beside);
