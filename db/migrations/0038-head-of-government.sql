-- The head of government has a seat of his or her own at the place (3.7d), and hears when the local government is late (E2).
alter table mandate drop constraint mandate_role_check;
alter table mandate add constraint mandate_role_check check (role in (
  'PM', 'PD', 'SO', 'CO', 'LC', 'FO', 'EX', 'DL', 'SP', 'SV', 'CM', 'CH', 'SM', 'CS', 'BD', 'AS', 'TR', 'RV', 'RP',
  'AP', 'AU', 'AD', 'LG', 'HG', 'LX', 'SA', 'CLO', 'EN', 'AL'
));
alter table ledger_entry drop constraint ledger_entry_role_check;
alter table ledger_entry add constraint ledger_entry_role_check check (role in (
  'PM', 'PD', 'SO', 'CO', 'LC', 'FO', 'EX', 'DL', 'SP', 'SV', 'CM', 'CH', 'SM', 'CS', 'BD', 'AS', 'TR', 'RV', 'RP',
  'AP', 'AU', 'AD', 'LG', 'HG', 'LX', 'SA', 'CLO', 'EN', 'AL'
));
alter table step drop constraint step_role_check;
alter table step add constraint step_role_check check (role in (
  'PM', 'PD', 'SO', 'CO', 'LC', 'FO', 'EX', 'DL', 'SP', 'SV', 'CM', 'CH', 'SM', 'CS', 'BD', 'AS', 'TR', 'RV', 'RP',
  'AP', 'AU', 'AD', 'LG', 'HG', 'LX', 'SA', 'CLO', 'EN', 'AL'
));
alter table step_act drop constraint step_act_role_check;
alter table step_act add constraint step_act_role_check check (role in (
  'PM', 'PD', 'SO', 'CO', 'LC', 'FO', 'EX', 'DL', 'SP', 'SV', 'CM', 'CH', 'SM', 'CS', 'BD', 'AS', 'TR', 'RV', 'RP',
  'AP', 'AU', 'AD', 'LG', 'HG', 'LX', 'SA', 'CLO', 'EN', 'AL'
));
