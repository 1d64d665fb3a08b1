import { unfixed } from './conditions.js'
import { unhanded } from './negotiation.js'
import { screeningAfterStop, screeningAsked, unscreened } from './screening.js'
import { countedActs } from '../body.js'
import type { ReturningEvent } from '../events/returning.js'
import { statusFor } from '../lifecycle.js'
import type { MatterKind } from '../matters.js'
import { steps as tellings } from '../gicc/steps.js'
import type { StepId, StepKey } from '../values/step-key.js'
import type { BaseState } from '../state.js'
import {
  asBefore,
  interruptedBy,
  changeStep,
  count,
  withFacts,
  withStage,
  withStatus,
  withStop,
  type Evolvers,
} from './changes.js'
import { withoutLastTerm } from './reviews.js'
import { defined } from '../values/defined.js'

/** What comes back: voided steps, undone effects, matters beside the stage. */
export const returningEvolvers: Evolvers<ReturningEvent> = {
  void_proposed: (state, { step, code, reason, by: { person, role } }) =>
    changeStep(step, (one) => ({
      ...one,
      voidProposed: { person, role, code, seq: state.seq, ...defined({ reason }) },
    }))(state),
  step_voided: (state, { step, cause, because, by }) => {
    const takenBackAs = cause === 'revoked' ? by?.role : state.stage?.steps[because ?? '']?.takenBackAs
    const mark = { voided: cause, ...defined({ takenBackAs }) }
    return withoutItsFacts(
      changeStep(step, (one) => ({ ...one, alarms: [], ...mark }))(
        untermed(unscreened(unfixed(unhanded(state, step), step), step), step),
      ),
    )
  },
  effects_undone: (state, { effects, to }) => undone(withStatus(state, to), effects),
  matter_raised: (state, { matter, no, at, by, code, facts, reason }) =>
    withStage(askedByClock(screeningAsked(state, matter), matter), (stage) => ({
      ...stage,
      matters: [
        ...(stage.matters ?? []),
        {
          matter,
          no,
          raisedAt: at,
          ...defined({ by: by?.person, delegator: by?.delegator, role: by?.role, code, facts, reason }),
        },
      ],
    })),
  matter_taken_back: (state, { no }) =>
    withStage(state, (stage) => ({
      ...stage,
      matters: (stage.matters ?? []).map((matter) => (matter.no === no ? { ...matter, takenBack: true } : matter)),
    })),
  frozen: (before, { matter: no, at }) => {
    const { heldAt, heldUntil: until, ...state } = before
    const matter = state.stage?.matters?.find((one) => one.no === no)?.matter ?? 'integrity_stop'
    // Under a hold the status that the hold interrupted stays the one to come back to.
    if (heldAt === undefined) return { ...interruptedBy(state, statusFor.stop), frozen: { matter, since: at } }
    return {
      ...state,
      status: statusFor.stop,
      frozen: { matter, since: at, hold: { at: heldAt, ...defined({ until }) } },
    }
  },
  unfrozen: (before, { matter, heldUntil, at }) => {
    const { frozen, ...rest } = screeningAfterStop(before, at)
    if (frozen?.hold !== undefined) {
      const hold = { heldAt: frozen.hold.at, ...defined({ heldUntil }) }
      return count({ ...rest, ...hold, status: statusFor.hold }, { effect: 'unfreeze', matter })
    }
    return count(asBefore(withStop(rest, { since: frozen?.since, until: at })), { effect: 'unfreeze', matter })
  },
  memorandum_amended: (state) => count(state, { effect: 'amend' }),
  memorandum_renewed: (state, { endsOn }) => {
    const { stops: _, ...facts } = state.facts
    return count({ ...state, facts: { ...facts, endsOn } }, { effect: 'renew' })
  },
}

const untermed = (state: BaseState, id: StepId): BaseState => {
  const step = state.stage?.steps[id]
  return step?.outcome?.option === 'last_term' ? withoutLastTerm(state, step) : state
}

/** What the clock raises is raised once for its date. */
const askedByClock = (state: BaseState, matter: MatterKind): BaseState => {
  const { endsOn, slotUntil } = state.facts
  if (matter === 'renewal') return withFacts(state, { renewalFor: endsOn ?? '' })
  return matter === 'reservation' && slotUntil !== undefined ? withFacts(state, { slotAsked: slotUntil }) : state
}

/** Sheets count while the step they were handed in on does; the other figures are written again when the step is redone. */
const withoutItsFacts = (state: BaseState): BaseState => {
  const steps = Object.values(state.stage?.steps ?? {})
  if (!steps.some(({ key, voided }) => keepsSheets(key) && voided !== undefined)) return state
  const standing = steps.filter(
    ({ key, outcome, voided }) => keepsSheets(key) && outcome !== undefined && voided === undefined,
  )
  const sheets = standing.flatMap((step) =>
    countedActs(step).flatMap(({ facts }) => (facts?.sheet === undefined ? [] : [facts.sheet])),
  )
  const { score: _, ...facts } = state.facts
  return { ...state, facts: { ...facts, sheets } }
}

const keepsSheets = (key: StepKey): boolean => tellings[key]?.keeps === 'nomination_sheets'

/** Takes back what the effects left in the state; the database has its own events for what lies there. */
const undone = (before: BaseState, effects: Readonly<Record<string, number>>): BaseState => {
  const { capsWaived, ...facts } = before.facts
  const waived = capsWaived === true && effects['waive'] === undefined ? { capsWaived } : {}
  const lowered = withStage({ ...before, facts: { ...facts, ...waived } }, (stage) => {
    const counts: Record<string, number> = { ...stage.effects }
    for (const [name, times] of Object.entries(effects)) counts[name] = (counts[name] ?? 0) - times
    return { ...stage, effects: Object.fromEntries(Object.entries(counts).filter(([, times]) => times > 0)) }
  })
  const concluded = withoutExtraordinary(lowered, effects)
  if (effects['conclude'] === undefined) return concluded
  const reviews = concluded.facts.reviews.slice(0, -1)
  const { colour: _, ...rest } = concluded
  const colour = reviews.at(-1)?.colour
  return { ...withFacts(rest, { reviews }), ...defined({ colour }) }
}

/** An extraordinary result whose decision was voided was none. */
const withoutExtraordinary = (state: BaseState, effects: Readonly<Record<string, number>>): BaseState =>
  effects['conclude_extraordinary'] === undefined
    ? state
    : withFacts(state, { extraordinary: (state.facts.extraordinary ?? []).slice(0, -1) })
