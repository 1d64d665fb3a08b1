import type { TextReference } from '../values/text-reference.js'
import type { By } from '../values/by.js'
import type { Instant } from '../ids.js'
import type { Status } from '../lifecycle.js'
import type { MatterFacts, MatterKind } from '../matters.js'
import type { StepId, StepKey } from '../values/step-key.js'
import type { ReasonCode } from '../reason-code.js'

/** Why a step no longer counts: mis-entered (R17), taken back, an input of it changed, or upheld redress (R14). */
export const voidCauses = ['mistake', 'revoked', 'inputs_changed', 'redress'] as const
export type VoidCause = (typeof voidCauses)[number]

/** What comes back: approvals that no longer count, what follows from that, and matters raised beside the stage. */
export type ReturningEvent =
  | {
      readonly type: 'void_proposed'
      readonly step: StepId
      readonly code: ReasonCode
      readonly reason?: TextReference
      readonly by: By
    }
  /** The step stays readable and stops counting; the story asks it again. `because` is the step whose change caused it. */
  | {
      readonly type: 'step_voided'
      readonly step: StepId
      readonly key: StepKey
      readonly cause: VoidCause
      readonly because?: StepId
      readonly code?: ReasonCode
      readonly reason?: TextReference
      readonly by?: By
    }
  /** Effects of the story that no longer have a ground, by the name they are counted under, and the status before them. */
  | {
      readonly type: 'effects_undone'
      readonly effects: Readonly<Record<string, number>>
      readonly from: Status
      readonly to: Status
    }
  | {
      readonly type: 'matter_raised'
      readonly matter: MatterKind
      readonly no: number
      readonly code?: ReasonCode
      readonly facts?: MatterFacts
      readonly reason?: TextReference
      /** Absent: the clock raised it (a term that ends). */
      readonly by?: By
    }
  /** Whoever raised it takes it back, on the same side: its open steps stop, and nothing follows from it (3.13). */
  | {
      readonly type: 'matter_taken_back'
      readonly matter: MatterKind
      readonly no: number
      readonly code: ReasonCode
      readonly reason?: TextReference
      readonly by: By
    }
  /** An integrity stop: the case is frozen and the clocks of all other steps stand (E6). */
  | { readonly type: 'frozen'; readonly matter: number; readonly heldStatus: Status }
  /** `heldUntil`: the hold under which the stop was raised goes on, and ends by itself so many days later (R3). */
  | {
      readonly type: 'unfrozen'
      readonly matter: number
      /** The hold it was under goes on, until then where it has an end. */
      readonly onHold?: true
      readonly heldUntil?: Instant
    }
  | { readonly type: 'memorandum_amended'; readonly on: Instant }
  | { readonly type: 'memorandum_renewed'; readonly on: Instant; readonly endsOn: string }
