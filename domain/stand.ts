import type { CapPlace } from './caps.js'
import type { Instant } from './ids.js'
import { statusFor } from './lifecycle.js'
import { stepMeaning, type Meant } from './meanings.js'
import type { Procedure } from './procedure.js'
import type { ReasonCode } from './reason-code.js'
import { openSteps, type BaseState, type StepState } from './state.js'
import { defined } from './values/defined.js'
import type { StepKey } from './values/step-key.js'

/**
 * Where a base stands towards the ten, as the programme hears it: it holds a slot, waits for one, was offered one, has
 * accepted one and is before the board again, or none of these (8.1, 8.3). Codes and numbers only.
 */
export type Stand =
  | { readonly is: 'none' }
  | ({ readonly is: 'holding'; readonly slot: number; readonly active: boolean } & Standing)
  /** `offer` is the last one that was heard: the base let it pass, or waits again after it. */
  | ({ readonly is: 'waiting'; readonly passed: readonly string[]; readonly offer?: string } & Waiting)
  | ({ readonly is: 'offered'; readonly offer: string; readonly until: Instant } & Waiting)
  | ({ readonly is: 'accepted'; readonly offer: string } & Waiting)

interface Standing {
  readonly place: CapPlace
}

interface Waiting extends Standing {
  readonly score: number
  /** When the base came onto the list. */
  readonly since: Instant
  readonly code?: ReasonCode
  readonly waived: boolean
  /** What keeps it from being offered a slot now: an integrity stop (E6). */
  readonly awaits?: 'stop'
}

/** The steps of the waiting list (8.3): a place waits, and answers an offer. */
export interface SlotSteps {
  readonly waiting: StepKey | undefined
  readonly offer: StepKey | undefined
}

/** Which steps these are. */
export const slotStepsOf = (steps: Readonly<Record<StepKey, Meant & { readonly key: StepKey }>>): SlotSteps => ({
  waiting: stepMeaning(steps, 'slot_waiting')?.key,
  offer: stepMeaning(steps, 'slot_offer')?.key,
})

/** Where a base stands; undefined under a procedure that offers no slots, whose bases tell nobody. */
export const standOf = (state: BaseState, { steps }: Pick<Procedure, 'steps'>): Stand | undefined => {
  const slots = slotStepsOf(steps)
  return slots.offer === undefined ? undefined : standIn(state, slots)
}

/** Where a base stands that tells of it, as it follows from its entries alone. */
export const standIn = (state: BaseState, slots: SlotSteps): Stand => {
  const { cluster, category, province, overlaps } = state.cluster
  const place: CapPlace = { cluster, category, province, overlaps }
  const { slot, offer, activatedOn } = state.facts
  if (state.closed || state.stage === undefined || statusFor.putOff.includes(state.status)) return { is: 'none' }
  if (slot !== undefined) return { is: 'holding', slot, active: activatedOn !== undefined, place }
  const waits = visitsOf(state, slots.waiting)
  const [first] = waits
  if (first === undefined) return { is: 'none' }
  const waiting = {
    place,
    score: state.facts.score ?? 0,
    since: first.openedAt,
    waived: state.facts.capsWaived === true,
    ...defined({ code: state.code, awaits: state.frozen === undefined ? undefined : ('stop' as const) }),
  }
  const answers = visitsOf(state, slots.offer)
  const answer = answers.at(-1)
  const open = openSteps(state).map(({ key }) => key)
  const isOpen = (key: StepKey | undefined): boolean => key !== undefined && open.includes(key)
  if (isOpen(slots.waiting)) return { is: 'waiting', ...waiting, passed: passedIn(answers), ...defined({ offer }) }
  if (offer === undefined || answer === undefined) return { is: 'none' }
  if (isOpen(slots.offer)) return { is: 'offered', ...waiting, offer, until: answer.dueAt }
  return answer.outcome?.option === 'accept' ? { is: 'accepted', ...waiting, offer } : { is: 'none' }
}

const visitsOf = (state: BaseState, key: StepKey | undefined): readonly StepState[] =>
  Object.values(state.stage?.steps ?? {}).filter((step) => step.key === key && step.voided === undefined)

const passedIn = (answers: readonly StepState[]): readonly string[] =>
  answers.flatMap(({ outcome }) => (outcome === undefined || outcome.option === 'accept' ? [] : [outcome.option]))
