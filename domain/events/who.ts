import type { TextReference } from '../values/text-reference.js'
import type { MandateGrant } from '../values/mandate.js'
import type { InterestKind } from '../values/interest-kind.js'
import type { By } from '../values/by.js'
import type { PersonId } from '../ids.js'
import type { StepId, StepKey } from '../values/step-key.js'
import type { ReasonCode } from '../reason-code.js'
import type { Role } from '../role.js'

/** Who may decide, as it changes while the base lives (4). */
export type WhoEvent =
  /** Nobody lifts it: the person has neither access nor vote on this base any more (SD5). */
  | {
      readonly type: 'interest_declared'
      readonly person: PersonId
      readonly kind: InterestKind
      /** Roles the person holds for this base, and is not counted in. */
      readonly roles: readonly Role[]
      readonly reason?: TextReference
      readonly by: By
    }
  /** What the person did on an open step counts no longer; `acted` says that there was something. */
  | {
      readonly type: 'step_recused'
      readonly step: StepId
      readonly key: StepKey
      readonly person: PersonId
      readonly acted: boolean
    }
  | {
      readonly type: 'step_reassigned'
      readonly step: StepId
      readonly key: StepKey
      readonly to: PersonId
      readonly from?: PersonId
      readonly code: ReasonCode
      readonly reason?: TextReference
      readonly by: By
    }
  /** Fewer people may act on an open step than it needs: a task for the programme manager. */
  | {
      readonly type: 'vacancy_found'
      readonly step: StepId
      readonly key: StepKey
      readonly role: Role
      readonly needs: number
      readonly have: number
    }
  | { readonly type: 'vacancy_filled'; readonly step: StepId; readonly key: StepKey }

/** The seats that one person lends another (SD7). */
export type DelegationEvent =
  | { readonly type: 'seat_delegated'; readonly mandate: MandateGrant; readonly by: By }
  | { readonly type: 'delegation_ended'; readonly delegation: string; readonly by: By }
