import type { Actor } from '../../domain/values/actor.js'
import type { HeldMandate } from '../../domain/values/mandate.js'
import { schemaVersion, type BaseEvent } from '../../domain/event.js'
import type { DeedsByStep } from '../../domain/separation.js'
import { actorsOf } from '../../domain/state.js'
import { type By } from '../../domain/values/by.js'
import { evolve } from '../../domain/evolve.js'
import type { Judgement } from '../../domain/judge/draft.js'
import type { StepKey } from '../../domain/values/step-key.js'
import type { Role } from '../../domain/role.js'
import { aBase, type ABase, type Saved } from './a-base.js'
import { decisionOn, stepOf } from './acting.js'
import { holderOf } from './an-example.js'
import { broughtTo } from './roads.js'
import { defined } from '../../domain/values/defined.js'

/** The seat of the n-th holder of a role, held by somebody else instead. */
export const seatOf = (role: Role, change: Partial<HeldMandate> = {}): HeldMandate => {
  const [seat] = holderOf(role).mandates
  if (seat === undefined) throw new Error(`${role} has no seat`)
  return { ...seat, id: `m-${role}-of-somebody`, ...change }
}

/** A person with these seats. */
export const somebody = (person: string, ...mandates: readonly HeldMandate[]): Actor => ({
  person,
  channel: 'api',
  factor: 'sign_in',
  mandates,
})

/** A person who acts with a seat of somebody else's, and has none himself but those named. */
export const delegateOf = (delegator: string, { person, role, steps, own = [], theirs = [] }: Lent): Actor => ({
  person,
  channel: 'api',
  factor: 'sign_in',
  mandates: [
    ...own,
    seatOf(role, {
      id: `m-${role}-lent`,
      until: '2060-01-01T00:00:00.000Z',
      delegation: { delegator, mandate: `m-${role}-own`, ...defined({ steps }) },
    }),
  ],
  delegators: { [delegator]: [seatOf(role, { id: `m-${role}-own` }), ...theirs] },
})

interface Lent {
  readonly person: string
  readonly role: Role
  readonly steps?: readonly StepKey[]
  readonly own?: readonly HeldMandate[]
  readonly theirs?: readonly HeldMandate[]
}

const moments = new Map<StepKey, Saved>()

/** A moment in which a step is open and may be decided, played once. */
export const openAt = (key: StepKey): Saved => {
  const known = moments.get(key)
  if (known !== undefined) return known
  const base = broughtTo({ key, option: optionsAt(key)[0] ?? '' })
  if (base === undefined) throw new Error(`${key} never opens`)
  const step = stepOf(base, key)
  if (base.procedure.steps[key]?.runsFull === true) base.turnTo(step.dueAt)
  moments.set(key, base.saved())
  return base.saved()
}

const optionsAt = (key: StepKey): readonly string[] => aBase().procedure.steps[key]?.order ?? []

/** Whether a deed lies in the stage before that of a step: what follows from a review is done beside the next one. */
const isOfStageBefore = (did: StepKey, tries: StepKey): boolean => {
  const { eachYear, afterReview } = aBase().procedure.separation
  return afterReview.includes(tries) && eachYear.includes(did) && !afterReview.includes(did)
}

/**
 * The moment in which a step is open, in a life in which somebody has acted on others before, in person or by a delegate: each
 * deed in the stage in which it is done. The visits no longer count, so nothing else of the life is other; who did them counts for
 * ever (SD8).
 */
export const standingAt = (
  tries: StepKey,
  { by, keys }: { by: Pick<By, 'person' | 'delegator'>; keys: readonly StepKey[] },
): Saved => {
  const earlier = keys.filter((key) => isOfStageBefore(key, tries))
  const from = actedBefore(openAt(tries), { by, keys: keys.filter((key) => !earlier.includes(key)) })
  const did = Object.fromEntries(earlier.map((key) => [key, actorsOf(by)]))
  const withThose = (known: DeedsByStep = {}): DeedsByStep =>
    Object.fromEntries(
      [...new Set([...Object.keys(known), ...earlier])].map((key) => [
        key,
        [...(known[key] ?? []), ...(did[key] ?? [])],
      ]),
    )
  const { state, now } = from
  return { state: { ...state, acted: withThose(state.acted), actedBefore: withThose(state.actedBefore) }, now }
}

/**
 * The same moment in a life in which somebody has acted on these steps before, in person or by a delegate. The visits no
 * longer count, so nothing else of the life is other; who did them counts for ever (SD8).
 */
export const actedBefore = (
  { state, now }: Saved,
  { by, keys }: { by: Pick<By, 'person' | 'delegator'>; keys: readonly StepKey[] },
): Saved => {
  const events = keys.flatMap((key): readonly BaseEvent[] => {
    const step = `${key}.90`
    const visit = { step, key }
    return [
      { type: 'step_opened', ...visit, role: 'PM', dueAt: now, calendar: 'US@America/New_York', alarms: [], seats: 1 },
      { type: 'step_acted', ...visit, option: 'done', by: { role: 'PM', mandate: 'm', onBehalfOf: 'o', ...by } },
      { type: 'step_voided', ...visit, cause: 'inputs_changed' },
    ]
  })
  const after = events.reduce(
    (before, event) =>
      evolve(before, { seq: before.seq + 1, occurredAt: now, schemaVersion, event, commandId: 'before' }),
    state,
  )
  return { state: { ...after, facts: state.facts }, now }
}

/** What becomes of a sound decision by somebody on a step: the first option that has ground, else the refusal. */
export const tried = (from: Saved, { key, actor }: { key: StepKey; actor: Actor }): Judgement => {
  let last: Judgement | undefined
  for (const option of optionsAt(key)) {
    const base: ABase = aBase({ from })
    last = base.send(decisionOn(base, { step: stepOf(base, key), option }), { actor })
    const groundless = !last.ok && !aboutWho.includes(last.refusal.code)
    if (!groundless) return last
  }
  if (last === undefined) throw new Error(`${key} has no options`)
  return last
}

/** Refusals for the sake of the person; all others are about what was asked. */
const aboutWho: readonly string[] = [
  'not_your_role',
  'separation_of_duties',
  'seat_forbids',
  'already_acted',
  'act_in_person',
  'delegation_over',
  'interest_declared',
  'second_person_needed',
  'assigned_to_another',
  'opened_by_another',
  'not_in_team',
]
