-- Papers of more of the programme's acts: each kind is named here, so that no other is kept.
alter table document_order drop constraint document_order_kind_check;
alter table document_order add constraint document_order_kind_check check (kind in (
  'call_notice', 'dossier_receipt', 'decision_letter', 'feedback_sheet', 'due_diligence_report', 'mou_text',
  'launch_record', 'review_letter', 'withdrawal_resolution', 'public_notice', 'approval_resolution', 'concordance_certificate',
  'authority_record', 'custody_record', 'name_licence', 'improvement_plan', 'redress_decision'
));
alter table document drop constraint document_kind_check;
alter table document add constraint document_kind_check check (kind in (
  'call_notice', 'dossier_receipt', 'decision_letter', 'feedback_sheet', 'due_diligence_report', 'mou_text',
  'launch_record', 'review_letter', 'withdrawal_resolution', 'public_notice', 'approval_resolution', 'concordance_certificate',
  'authority_record', 'custody_record', 'name_licence', 'improvement_plan', 'redress_decision'
));

-- Licences have numbers of their own.
alter table paper_count drop constraint paper_count_series_check;
alter table paper_count add constraint paper_count_series_check check (series in ('L', 'N', 'R', 'E', 'M', 'P', 'C'));
