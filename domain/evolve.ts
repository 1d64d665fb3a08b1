import type { BudgetRates } from './facts.js'
import type { BaseEvent, LifeEvent, Recorded } from './event.js'
import { countedActs } from './body.js'
import {
  asBefore,
  interruptedBy,
  changeStep,
  count,
  withFacts,
  withStatus,
  withStep,
  withStop,
  type Evolvers,
  type Of,
} from './evolving/changes.js'
import { escalatedOn, remindedOf } from './evolving/alarms.js'
import { bodyEvolvers } from './evolving/bodies.js'
import { returningEvolvers } from './evolving/returning.js'
import { revivalEvolvers } from './evolving/revival.js'
import { leave } from './evolving/leaving.js'
import { inheritedFrom, withLastTerm, withoutPlan } from './evolving/reviews.js'
import { recusedFrom, whoEvolvers } from './evolving/who.js'
import { roleModelEvolvers } from './evolving/role-model.js'
import { rulesEvolvers } from './evolving/rules.js'
import { timingEvolvers } from './evolving/timing.js'
import { conditionEvolvers } from './evolving/conditions.js'
import { screeningEvolvers } from './evolving/screening.js'
import { exhibitEvolvers } from './evolving/exhibits.js'
import { handsBeside, negotiationEvolvers, withActedText } from './evolving/negotiation.js'
import { paperEvolvers } from './evolving/paper.js'
import { tenEvolvers } from './evolving/ten.js'
import { steps } from './gicc/steps.js'
import { stageFor, statusFor } from './lifecycle.js'
import { type Act, type BaseState, type StepState } from './state.js'
import { textName } from './seen-texts.js'
import { defined } from './values/defined.js'

/**
 * The next state after one recorded event. Reads every schema version ever written; knows no clock, no version of
 * the rules and no chance, so that a ledger alone gives the state back. What a decided step leaves is told of the step.
 */
export const evolve = (state: BaseState, recorded: Recorded<BaseEvent>): BaseState => {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the event finds its own row by its own name, which the compiler cannot follow
  const evolver = evolvers[recorded.event.type] as (
    state: BaseState,
    event: BaseEvent & { readonly at: string },
  ) => BaseState
  return evolver({ ...state, seq: recorded.seq }, { ...recorded.event, at: recorded.occurredAt })
}

const lifeEvolvers: Evolvers<LifeEvent> = {
  base_nominated: (state, { type: _, by: __, invited: ___, at: ____, ...nomination }) => ({ ...state, ...nomination }),
  stage_entered: (state, event) => {
    const { goingOn = { steps: {}, effects: {} }, ...left } = state
    return {
      ...left,
      procedure: event.procedure,
      rulesVersion: event.rulesVersion,
      stage: {
        stage: event.stage,
        no: event.no,
        ...defined({ year: event.year }),
        ...(event.stage === stageFor.years ? inheritedFrom(state) : {}),
        enteredAt: event.at,
        ...goingOn,
      },
    }
  },
  stage_left: (state, event) => leave(state, event),
  step_opened: (state, event) =>
    withStep(state, {
      id: event.step,
      key: event.key,
      role: event.role,
      openedAt: event.at,
      dueAt: event.dueAt,
      calendar: event.calendar,
      seats: event.seats,
      alarms: event.alarms,
      reconvened: 0,
      acts: [],
      ...defined({ matter: event.matter }),
      ...recusedAtOpening(state, event),
    }),
  step_acted: (state, event) => {
    const own = state.stage?.steps[event.step]?.role
    const act: Act = {
      person: event.by.person,
      ...defined({ delegator: event.by.delegator, role: event.by.role === own ? undefined : event.by.role }),
      option: event.option,
      ...defined({
        code: event.code,
        facts: event.facts,
        text: event.text?.version,
        doneBy: event.paper?.dayEnds,
        clerks: handsBeside(state, event),
      }),
    }
    return changeStep(event.step, (step) => ({ ...step, acts: [...step.acts, act] }))(
      remember(withActedText(state, event), event),
    )
  },
  step_closed: (state, event) =>
    changeStep(event.step, (step) => ({
      ...step,
      alarms: [],
      closedAt: event.at,
      outcome: { option: event.option, ...defined({ code: event.code }) },
    }))(conclusionOf(state, event)),
  deadline_moved: (state, event) =>
    changeStep(event.step, (step) => ({
      ...convened(step, event.cause),
      dueAt: event.dueAt,
      alarms: event.alarms,
      ...defined({
        extended:
          event.cause === 'extension' && event.by !== undefined ? [...(step.extended ?? []), event.by.role] : undefined,
      }),
    }))(state),
  reminded: (state, event) => changeStep(event.step, (step) => remindedOf(step, event))(state),
  escalated: (state, event) => changeStep(event.step, (step) => escalatedOn(step, event))(state),
  // The code is the reason of the status, so it goes when the next status comes without one.
  status_changed: (state, { to, code, matter }) => {
    const { code: _, ...moved } = withStatus(state, to)
    return count({ ...moved, ...defined({ code }) }, { effect: 'status', status: to, ...defined({ matter }) })
  },
  ranked: (state, { session, place, of }) => ({ ...state, ranks: [...state.ranks, { session, place, of }] }),
  shortlist_decided: (state, { taken }) => count(state, { effect: 'shortlist', taken }),
  slot_reserved: (state, { slot, lapsesAt }) => {
    const { offer: _, ...facts } = state.facts
    const until = lapsesAt === undefined ? {} : { slotUntil: lapsesAt }
    return count({ ...state, facts: { ...facts, slot, ...until } }, { effect: 'reserve' })
  },
  slot_freed: (state) => {
    const { slot: _, slotUntil: __, slotAsked: ___, ...facts } = state.facts
    return { ...state, facts }
  },
  plaque_reserved: (state, event) => count(withFacts(state, { plaque: event.plaque }), { effect: 'plaque' }),
  memorandum_signed: (state, { on, endsOn, lapsesAt }) => {
    const until = lapsesAt === undefined ? {} : { slotUntil: lapsesAt }
    return count(withFacts(withoutSlotClock(state), { signedOn: on, endsOn, ...until }), { effect: 'sign' })
  },
  base_activated: (state, { on, firstReviewOn }) =>
    count(withFacts(withoutSlotClock(state), { activatedOn: on, firstReviewOn }), { effect: 'activate' }),
  review_concluded: (state, { type: _, at: __, ...review }) => {
    const { year, colour } = review
    const earlier = state.facts.reviews.filter((review) => review.year !== year)
    const again = earlier.length < state.facts.reviews.length
    return count(withFacts({ ...state, colour }, { reviews: [...earlier, review] }), {
      effect: again ? 'reconclude' : 'conclude',
    })
  },
  extraordinary_concluded: (state, { type: _, at, ...review }) => {
    const { extraordinary = [] } = state.facts
    const became = review.setAside === true ? 'set_aside' : review.inForce === true ? 'bring_into_force' : undefined
    const earlier = became === undefined ? extraordinary : extraordinary.slice(0, -1)
    const on = became === undefined ? at : (extraordinary.at(-1)?.on ?? at)
    const effect = became ?? 'conclude_extraordinary'
    return count(withFacts(state, { extraordinary: [...earlier, { ...review, on }] }), { effect })
  },
  document_ordered: (state, { order, kind, languages, matter, aside }) => {
    const ordered = { ...state, orders: [...state.orders, { order, kind, languages, ...defined({ matter }) }] }
    return aside === true ? ordered : count(ordered, { effect: 'order', kind, ...defined({ matter }) })
  },
  document_made: (state, event) => ({
    ...state,
    orders: state.orders.filter((order) => order.order !== event.order),
    texts: {
      ...state.texts,
      ...textsOf(event.files, state.orders.find(({ order }) => order === event.order)?.matter),
    },
  }),
  commented: (state) => state,
  held: (state, event) => ({
    ...interruptedBy(event.cause === 'force_majeure' ? count(state, { effect: 'hold' }) : state, statusFor.hold),
    heldAt: event.at,
    ...defined({ heldUntil: event.until }),
  }),
  resumed: (state, { at }) => {
    const { heldAt: since, heldUntil: _, ...rest } = state
    return asBefore(withStop(rest, { since, until: at }))
  },
  withdrawal_declared: (state) => state,
  cancel_refused: (state) => state,
  base_closed: (state, event) => ({
    ...count(state, { effect: 'finish', status: event.status }),
    status: event.status,
    closed: true,
    ...defined({ code: event.code }),
  }),
}

/** Every event has its evolver; each area of the life brings its own. */
const evolvers: Evolvers<BaseEvent> = {
  ...lifeEvolvers,
  ...returningEvolvers,
  ...roleModelEvolvers,
  ...timingEvolvers,
  ...whoEvolvers,
  ...bodyEvolvers,
  ...tenEvolvers,
  ...paperEvolvers,
  ...exhibitEvolvers,
  ...conditionEvolvers,
  ...negotiationEvolvers,
  ...screeningEvolvers,
  ...rulesEvolvers,
  ...revivalEvolvers,
}

const recusedAtOpening = (state: BaseState, { role, also = [] }: Of<'step_opened'>): Pick<StepState, 'recused'> => {
  const recused = recusedFrom(state, [role, ...also])
  return recused.length === 0 ? {} : { recused }
}

/** A body that is convened again meets; one that decides in writing does so until then. */
const convened = (step: StepState, cause: Of<'deadline_moved'>['cause']): StepState => {
  if (cause === 'written') return { ...step, form: 'written' }
  if (cause !== 'reconvene') return step
  const { form: _, ...met } = step
  return { ...met, reconvened: step.reconvened + 1 }
}

/** What the clock of the slot waited for has come: signature, then activation (R5). */
const withoutSlotClock = (state: BaseState): BaseState => {
  const { slotUntil: _, slotAsked: __, ...facts } = state.facts
  return { ...state, facts }
}

/** What an act leaves behind for later stages, beyond the step it was done on. */
const remember = (before: BaseState, event: Of<'step_acted'>): BaseState => {
  const state = withRates(before, event.facts?.rates)
  if (event.facts?.baseline !== undefined) {
    const { settled: _, ...facts } = state.facts
    return withFacts({ ...state, facts }, { baseline: event.facts.baseline.values })
  }
  if (event.facts?.dossier !== undefined)
    return withFacts({ ...state, partsAtHand: event.facts.dossier.parts }, { dossier: event.facts.dossier })
  return state
}

/** Rates of a year take the place of those fixed for it before. */
const withRates = (state: BaseState, rates: BudgetRates | undefined): BaseState => {
  if (rates === undefined) return state
  const others = (state.facts.rates ?? []).filter(({ planYear }) => planYear !== rates.planYear)
  return withFacts(state, { rates: [...others, rates] })
}

/** What a decided step leaves, as it is told of the step. */
const conclusionOf = (before: BaseState, event: Of<'step_closed'>): BaseState => {
  const { key, option, score } = event
  const state = withoutPlan(before, event)
  switch (steps[key]?.keeps) {
    case 'nomination_sheets':
      return event.how === 'sheets' ? withSheets(state, event) : state
    case 'rating':
      return withFacts(state, { ratings: { ...state.facts.ratings, [key]: option } })
    case 'diligence_score':
      return score === undefined ? state : withFacts(state, { diligence: score })
    case 'settled_baseline':
      return withFacts(state, defined({ settled: before.stage?.steps[event.step]?.acts.at(-1)?.facts?.settled }))
    case 'last_term':
      return option === 'last_term' ? withLastTerm(state, before.stage?.steps[event.step]) : state
    case 'budget_rates':
    case undefined:
      return state
  }
}

const withSheets = (state: BaseState, { step: id, score }: Of<'step_closed'>): BaseState => {
  const step = state.stage?.steps[id]
  const sheets = (step === undefined ? [] : countedActs(step)).flatMap((act) =>
    act.facts?.sheet === undefined ? [] : [act.facts.sheet],
  )
  return withFacts(state, { sheets: [...state.facts.sheets, ...sheets], ...defined({ score }) })
}

const textsOf = (
  files: Of<'document_made'>['files'],
  matter: number | undefined,
): Record<string, readonly string[]> => {
  const texts: Record<string, string[]> = {}
  for (const { kind, sha256 } of files) {
    const name = textName(kind, matter)
    texts[name] = [...(texts[name] ?? []), sha256]
  }
  return texts
}
