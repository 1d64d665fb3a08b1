import type { Colour } from './values/colour.js'
import { steps } from './gicc/steps.js'
import type { Instant, PersonId } from './ids.js'
import { stageFor, type Stage, type Status } from './lifecycle.js'
import type { StepId, StepKey } from './values/step-key.js'
import type { ReasonCode } from './reason-code.js'
import type { Role } from './role.js'
import { openSteps, type BaseState } from './state.js'
import type { ExtraordinarySummary, ReviewSummary } from './base-facts.js'
import { defined } from './values/defined.js'

/** An open step as somebody who asks about the past reads it. */
export interface StepThen {
  readonly step: StepId
  readonly key: StepKey
  readonly role: Role
  readonly since: Instant
  readonly dueAt: Instant
  readonly holder?: PersonId
  /** How many have acted on it, of so many seats. */
  readonly acted: number
  readonly seats: number
}

/** Where a base stood at a moment: what lists and letters would have said then. */
export interface BaseThen {
  readonly stage: Stage
  readonly year?: number
  readonly status: Status
  readonly code?: ReasonCode
  readonly colour?: Colour
  readonly score?: number
  readonly slot?: number
  readonly plaque?: string
  readonly procedure: string
  readonly signedOn?: Instant
  readonly endsOn?: string
  readonly activatedOn?: Instant
  readonly heldSince?: Instant
  readonly reviews: readonly ReviewSummary[]
  /** Beside the yearly ones (5.13); absent until there is one. */
  readonly extraordinary?: readonly ExtraordinarySummary[]
  readonly stages: readonly {
    readonly stage: Stage
    readonly no: number
    readonly enteredAt: Instant
    readonly leftAt: Instant | null
    readonly outcome: Status | null
  }[]
  readonly openSteps: readonly StepThen[]
  readonly closed: boolean
}

/**
 * A state as it is shown, or undefined before the nomination was known. The score stays out while `scoring`: sheets of the
 * past are sealed as long as those of the present are (1.8, 1.9).
 */
export const baseThen = (state: BaseState, { scoring }: { readonly scoring: boolean }): BaseThen | undefined => {
  if (state.seq === 0) return undefined
  const { stage, facts } = state
  const { score, slot, plaque, signedOn, endsOn, activatedOn } = facts
  return {
    stage: stage?.stage ?? state.past.at(-1)?.stage ?? stageFor.beginning,
    ...defined({ year: stage?.year === undefined ? undefined : stage.year }),
    status: state.status,
    ...defined({
      code: state.code,
      colour: state.colour,
      score: score === undefined || scoring || isScoring(state) ? undefined : score,
      slot,
      plaque,
    }),
    procedure: `${state.procedure}@${state.rulesVersion}`,
    ...defined({ signedOn, endsOn, activatedOn, heldSince: state.heldAt }),
    reviews: facts.reviews,
    ...defined({ extraordinary: facts.extraordinary }),
    stages: stagesOf(state),
    openSteps: openSteps(state).map(stepThen),
    closed: state.closed,
  }
}

/** While sheets are weighed the score is nobody's to see, as it would tell a fourth assessor what the others gave (1.9). */
export const isScoring = (state: BaseState): boolean =>
  openSteps(state).some(({ key }) => steps[key]?.hidesScore === true)

const stagesOf = ({ past, stage }: BaseState): BaseThen['stages'] => [
  ...past,
  ...(stage === undefined
    ? []
    : [{ stage: stage.stage, no: stage.no, enteredAt: stage.enteredAt, leftAt: null, outcome: null }]),
]

const stepThen = ({ id, key, role, openedAt, dueAt, holder, acts, seats }: ReturnType<typeof openSteps>[number]) => ({
  step: id,
  key,
  role,
  since: openedAt,
  dueAt,
  acted: acts.length,
  seats,
  ...defined({ holder }),
})
