/** What an option can be borne by, each a rule of the programme over what is on file. */
export const supportKinds = [
  'dossier_complete',
  'gates',
  'spread',
  'pass_mark',
  'recommendation',
  'fresh_diligence',
  'checklist',
  'report_complete',
  'visit_due',
  'colour',
  'extraordinary_colour',
  'boundary',
  'green_years',
] as const
export type SupportKind = (typeof supportKinds)[number]
