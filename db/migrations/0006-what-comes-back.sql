-- A decision that no longer counts stays readable: mis-entered (R17), taken back, an input changed, or upheld redress (R14).
alter table step add column voided text check (voided in ('mistake', 'revoked', 'inputs_changed', 'redress'));
