/** Papers the engine makes itself, from templates, in the languages of the base. */
export const documentKinds = [
  'call_notice',
  'dossier_receipt',
  'decision_letter',
  'feedback_sheet',
  'due_diligence_report',
  'mou_text',
  'launch_record',
  'review_letter',
  'withdrawal_resolution',
  'public_notice',
  'approval_resolution',
  'concordance_certificate',
  'authority_record',
  'custody_record',
  'name_licence',
  'improvement_plan',
  'redress_decision',
  'session_minutes',
] as const
export type DocumentKind = (typeof documentKinds)[number]
