-- Bodies with a chair and with substitutes (8.4): who may act on a step besides its own role, who was drawn for
-- it, and how each open body stands. Substitutes hold a role of their own.
alter table step add column also_roles text[] not null default '{}';
alter table step add column substitutes text[] not null default '{}';
alter table base add column bodies jsonb not null default '[]';

alter table mandate drop constraint mandate_role_check;
alter table mandate add constraint mandate_role_check check (role in (
  'PM', 'PD', 'SO', 'CO', 'LC', 'FO', 'EX', 'DL', 'SP', 'SV', 'CM', 'CH', 'SM', 'CS', 'BD', 'AS', 'TR', 'RV', 'RP',
  'AP', 'AU', 'AD', 'LG', 'LX', 'SA', 'CLO', 'EN', 'AL'
));
alter table ledger_entry drop constraint ledger_entry_role_check;
alter table ledger_entry add constraint ledger_entry_role_check check (role in (
  'PM', 'PD', 'SO', 'CO', 'LC', 'FO', 'EX', 'DL', 'SP', 'SV', 'CM', 'CH', 'SM', 'CS', 'BD', 'AS', 'TR', 'RV', 'RP',
  'AP', 'AU', 'AD', 'LG', 'LX', 'SA', 'CLO', 'EN', 'AL'
));
alter table step drop constraint step_role_check;
alter table step add constraint step_role_check check (role in (
  'PM', 'PD', 'SO', 'CO', 'LC', 'FO', 'EX', 'DL', 'SP', 'SV', 'CM', 'CH', 'SM', 'CS', 'BD', 'AS', 'TR', 'RV', 'RP',
  'AP', 'AU', 'AD', 'LG', 'LX', 'SA', 'CLO', 'EN', 'AL'
));
alter table step_act drop constraint step_act_role_check;
alter table step_act add constraint step_act_role_check check (role in (
  'PM', 'PD', 'SO', 'CO', 'LC', 'FO', 'EX', 'DL', 'SP', 'SV', 'CM', 'CH', 'SM', 'CS', 'BD', 'AS', 'TR', 'RV', 'RP',
  'AP', 'AU', 'AD', 'LG', 'LX', 'SA', 'CLO', 'EN', 'AL'
));
