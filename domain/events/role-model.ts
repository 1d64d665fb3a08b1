/** The one distinction bases compete for: at most two of ten in a year (6.5). */
export type RoleModelEvent =
  /** The panel's proposal with what it is ranked by: points, share of evidence of class 1–2 (0–1), green years in a row. */
  | {
      readonly type: 'role_model_proposed'
      readonly year: number
      readonly total: number
      readonly evidence: number
      readonly greenYears: number
    }
  | { readonly type: 'role_model_granted'; readonly year: number }
