import type { Stage, Status } from './lifecycle.js'
import { isContestable, lastWords, redressStepsOf } from './redress.js'
import type { Lead, Procedure } from './procedure.js'
import type { StepId, StepKey } from './values/step-key.js'
import type { BaseState, StepOutcome, StepState } from './state.js'
import type { StoryAnswer, StoryAsk, Effect, Story } from './story.js'
import { defined } from './values/defined.js'

/** How far a story has come: what is open, what happens next by itself, and whether it waits for a session or a paper. */
export interface Telling {
  readonly open: readonly StepState[]
  readonly due: readonly Effect[]
  readonly awaitsSession: boolean
  /** How often each effect was asked for on the way, and the statuses passed, in the order of the story. */
  readonly reached: ReadonlyMap<string, number>
  readonly statuses: readonly Status[]
  /** The decision that ends the matter, while redress may still be asked or runs. */
  readonly contested?: StepId
}

interface Run {
  readonly state: BaseState
  readonly procedure: Procedure
  readonly visits: Map<StepKey, number>
  readonly effects: Map<string, number>
  readonly statuses: Status[]
  readonly open: StepState[]
  readonly due: Effect[]
  stages: number
  sessions: number
  awaitsSession: boolean
  finished: boolean
  contested?: StepId
}

/**
 * Tells a story from its top against what is remembered: closed steps answer with their outcome, the first undecided
 * ones are open, effects not yet remembered are due.
 */
export const tell = (story: Story, { state, procedure }: { state: BaseState; procedure: Procedure }): Telling => {
  const run: Run = {
    state,
    procedure,
    visits: new Map(),
    effects: new Map(),
    statuses: [],
    open: [],
    due: [],
    stages: 0,
    sessions: 0,
    awaitsSession: false,
    finished: false,
  }
  play(story, run)
  return {
    open: run.open,
    due: run.due,
    awaitsSession: run.awaitsSession,
    reached: run.effects,
    statuses: run.statuses,
    ...defined({ contested: run.contested }),
  }
}

/** True when the story has come to its end. */
const play = (story: Story<unknown>, run: Run): boolean => {
  let next = story.next()
  while (next.done !== true) {
    if (run.finished) return false
    const answer = answerTo(next.value, run)
    if (answer === undefined) return false
    next = story.next(answer)
  }
  return true
}

const answerTo = (ask: StoryAsk, run: Run): StoryAnswer | undefined => {
  switch (ask.ask) {
    case 'step':
      return stepAnswer(ask.key, run)
    case 'together':
      return ask.stories.map((story) => play(story, run)).every(Boolean) && !run.finished ? 'done' : undefined
    case 'effect':
      return effectAnswer(ask.effect, run)
    case 'enter':
      return enterAnswer(ask.stage, run)
    case 'leave':
      run.due.push({ effect: 'leave', stage: ask.stage, no: run.stages })
      return undefined
    case 'session':
      return sessionAnswer(ask.ranks, run)
    case 'paper':
      return run.state.orders.some((order) => order.kind === ask.kind) ? undefined : 'done'
  }
}

const enterAnswer = (name: Stage, run: Run): StoryAnswer | undefined => {
  run.stages += 1
  if (run.stages <= run.state.past.length) return 'past'
  if (run.state.stage?.no === run.stages) return 'done'
  run.due.push({ effect: 'enter', stage: name, no: run.stages })
  return undefined
}

/** Without the step it ranks for there is no session (R18). */
const sessionAnswer = (ranks: StepKey, run: Run): StoryAnswer | undefined => {
  if (run.procedure.steps[ranks] === undefined) return 'done'
  run.sessions += 1
  if (run.state.ranks.length >= run.sessions) return 'done'
  run.awaitsSession = true
  return undefined
}

const effectAnswer = (effect: Extract<StoryAsk, { ask: 'effect' }>['effect'], run: Run): StoryAnswer | undefined => {
  if (isOff(effect, run.procedure)) return 'done'
  const name = effectName(effect)
  const nth = (run.effects.get(name) ?? 0) + 1
  run.effects.set(name, nth)
  if ((run.state.stage?.effects[name] ?? 0) >= nth) {
    if (effect.effect === 'status') run.statuses.push(effect.status)
    return 'done'
  }
  if (effect.effect === 'finish') stop(effect, run)
  else run.due.push(effect)
  return undefined
}

/** Without a cap on role models nobody is ranked (6.5). */
const isOff = ({ effect }: Effect, { settings }: Procedure): boolean =>
  settings.roleModels === undefined && (effect === 'propose_role_model' || effect === 'grant_role_model')

/** The name under which the state counts that an effect has happened in the running stage. */
export const effectName = (effect: Effect): string => {
  if (effect.effect === 'status') return `status:${effect.status}`
  if (effect.effect === 'order') return `order:${effect.kind}`
  return effect.effect
}

/** The end drowns everything else: nothing may open beside it but the time for redress. */
const stop = (effect: Extract<Effect, { effect: 'finish' }>, run: Run): void => {
  if (run.finished) return
  run.open.length = 0
  run.due.length = 0
  const redress = mayBeContested(effect, run) ? redressStepsOf(run.procedure) : undefined
  if (redress !== undefined) {
    const told = run.statuses.at(-1) === effect.status
    if (effect.of !== undefined) run.contested = effect.of
    const { code } = effect
    const nominated = run.statuses.length > 0
    const over = play(lastWords(effect.status, { redress, told, nominated, ...defined({ code }) }), run)
    run.finished = true
    if (!over) return
  }
  run.finished = true
  run.due.push(effect)
}

/**
 * Once: what was decided again after redress stands (8.9). A stop of the integrity rule stands too, and with it every
 * clock of the base (E6).
 */
const mayBeContested = ({ status, of }: Extract<Effect, { effect: 'finish' }>, run: Run): boolean => {
  const { stage } = run.state
  const step = of === undefined ? undefined : stage?.steps[of]
  if (step?.outcome === undefined || run.state.frozen !== undefined) return false
  if (!isContestable(run.procedure, { key: step.key, option: step.outcome.option, status })) return false
  return !Object.values(stage?.steps ?? {}).some(({ key, voided }) => key === step.key && voided === 'redress')
}

const stepAnswer = (key: StepKey, run: Run): StoryAnswer | undefined => {
  // A procedure that does not have the step goes on without it (R18).
  if (run.procedure.steps[key] === undefined) return { option: 'off', usedUp: false, id: key }
  const id = nextVisit(key, run)
  const known = run.state.stage?.steps[id]
  if (known === undefined) {
    run.due.push({ effect: 'open', key, id })
    return undefined
  }
  if (known.outcome === undefined) {
    run.open.push(known)
    return undefined
  }
  return toldOf({ ...known, outcome: known.outcome }, run)
}

/** The next visit of a step that counts: what was voided or stopped is asked again. */
const nextVisit = (key: StepKey, run: Run): StepId => {
  for (let visit = (run.visits.get(key) ?? 0) + 1; ; visit += 1) {
    const id = `${key}.${(run.state.visits[key] ?? 0) + visit}`
    const known = run.state.stage?.steps[id]
    if (known !== undefined && (known.voided !== undefined || known.outcome?.option === 'stopped')) continue
    run.visits.set(key, visit)
    return id
  }
}

const toldOf = (closed: StepState & { readonly outcome: StepOutcome }, run: Run): StoryAnswer | undefined => {
  const lead = run.procedure.steps[closed.key]?.options[closed.outcome.option]?.leads
  const usedUp = lead !== undefined && 'back' in lead && timesTold(closed, run) > lead.limit
  const ends = lead === undefined ? undefined : endOf(lead, usedUp)
  if (ends === undefined) return { ...closed.outcome, usedUp, id: closed.id }
  const code = closed.outcome.code ?? ends.code
  stop({ effect: 'finish', status: ends.end, of: closed.id, ...defined({ code }) }, run)
  return undefined
}

const timesTold = ({ key, id, outcome }: StepState & { readonly outcome: StepOutcome }, run: Run): number =>
  timesChosen(run.state, { key, option: outcome.option, until: id })

/** How an outcome ends the matter at once; an end `via` other steps is left to the story. */
const endOf = (lead: Lead, usedUp: boolean): Extract<Lead, { end: Status }> | undefined => {
  if ('end' in lead) return lead.via === undefined ? lead : undefined
  if ('back' in lead && usedUp && lead.then !== 'not_offered') return endOf(lead.then, false)
  return undefined
}

/** How often an option of a step was chosen in the running stage, up to and with the visit named. */
export const timesChosen = (
  state: BaseState,
  { key, option, until }: { key: StepKey; option: string; until?: StepId },
): number => {
  let times = 0
  for (const step of Object.values(state.stage?.steps ?? {})) {
    if (step.key !== key) continue
    if (step.outcome?.option === option && step.voided === undefined) times += 1
    if (step.id === until) break
  }
  return times
}
