import type { By } from '../values/by.js'
import type { Side } from '../role.js'

/** A later version of the rules, agreed by one side and then adopted by both (8.8). */
export type RulesEvent =
  | { readonly type: 'adoption_agreed'; readonly version: string; readonly side: Side; readonly by: By }
  /** From here on the running stage is judged by `to`; what was decided before stays as it was decided. */
  | { readonly type: 'procedure_adopted'; readonly from: string; readonly to: string }
