import type { HoldOf } from '../commands/records.js'
import type { By } from '../values/by.js'
import type { PersonId } from '../ids.js'
import type { ReasonCode } from '../reason-code.js'

/** How far a hold has come; all but the last keep the records. */
export const holdStates = ['asked', 'held', 'release_asked', 'released'] as const
export type HoldState = (typeof holdStates)[number]

/** What is erased and what has to be kept (8.13). Ids only, since these entries stay. */
export type RecordsEvent =
  | { readonly type: 'erasure_requested'; readonly person: PersonId; readonly by: By }
  /** What named the person is gone; `mandates` fell vacant. */
  | {
      readonly type: 'person_erased'
      readonly person: PersonId
      readonly requestedBy: PersonId
      readonly mandates: readonly string[]
      readonly by: By
    }
  | {
      readonly type: 'hold_requested'
      readonly hold: string
      readonly of: HoldOf
      readonly code: ReasonCode
      readonly by: By
    }
  | { readonly type: 'records_held'; readonly hold: string; readonly by: By }
  | { readonly type: 'release_requested'; readonly hold: string; readonly by: By }
  | { readonly type: 'records_released'; readonly hold: string; readonly by: By }
