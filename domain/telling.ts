import { statusFor, type Stage, type Status } from './lifecycle.js'
import type { LocalText } from './locale.js'
import { isContestable, lastWords, redressStepsOf } from './redress.js'
import type { MatterTelling } from './matter-telling.js'
import type { Procedure } from './procedure.js'
import { noVisit, type StepId, type StepKey } from './values/step-key.js'
import type { BaseState, StepOutcome, StepState } from './state.js'
import type { Beside, StoryAnswer, StoryAsk, Effect, Story } from './story.js'
import { effectName } from './effect-name.js'
import { endOf, stepTold } from './step-told.js'
import { timesChosen, timesUpheld } from './times-chosen.js'
import { freshVisit, nextVisit, notAsked, type Visits } from './visits.js'
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
  /** The matters beside the stage, in their order. */
  readonly beside: readonly MatterTelling[]
}

/** Whose story is told: that of the stage, or of a matter beside it. Each has its own visits of a step and its own letters. */
interface Thread {
  readonly matter?: number
  readonly visits: Map<StepKey, number>
  readonly had: Map<string, number>
  rests?: LocalText
  contested?: StepId
}

interface Run extends Visits {
  readonly procedure: Procedure
  readonly alone: number | undefined
  readonly even: StepKey | undefined
  readonly beside: MatterTelling[]
  readonly effects: Map<string, number>
  readonly statuses: Status[]
  readonly open: StepState[]
  readonly due: Effect[]
  thread: Thread
  stages: number
  sessions: number
  awaitsSession: boolean
  finished: boolean
  contested?: StepId
}

interface Told {
  readonly state: BaseState
  readonly procedure: Procedure
  /** The only matter that moves, where one stops all else (E6). */
  readonly alone?: number | undefined
  /** A step of the stage that opens none the less. */
  readonly even?: StepKey | undefined
}

/**
 * Tells a story from its top against what is remembered: closed steps answer with their outcome, the first undecided
 * ones are open, effects not yet remembered are due.
 */
export const tell = (story: Story, { state, procedure, alone, even }: Told): Telling => {
  const run: Run = {
    state,
    procedure,
    alone,
    even,
    beside: [],
    fresh: new Map(),
    thread: threadOf(),
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
    beside: run.beside,
    ...defined({ contested: run.contested }),
  }
}

const threadOf = (matter?: number): Thread => ({ visits: new Map(), had: new Map(), ...defined({ matter }) })

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
    case 'unless':
      return unlessAnswer(ask, run)
    case 'stage':
      return stageAnswer(ask, run)
    case 'effect':
      return effectAnswer(ask.effect, run)
    case 'enter':
      return enterAnswer(ask.stage, run)
    case 'leave':
      run.due.push({ effect: 'leave', stage: ask.stage, no: run.stages })
      return undefined
    case 'session':
      return sessionAnswer(ask.ranks, run)
    case 'contest':
      return contestAnswer(ask.of, run)
    case 'rest':
      run.thread.rests = ask.says
      return undefined
    case 'paper':
      return run.state.orders.some(({ kind, matter }) => kind === ask.kind && matter === run.thread.matter)
        ? undefined
        : 'done'
  }
}

/** What is over opens nothing more and holds nothing back; what it had when it was let lie stays told. */
const unlessAnswer = ({ over, story }: Extract<StoryAsk, { ask: 'unless' }>, run: Run): StoryAnswer | undefined => {
  const { asOf, open, due } = run
  const opened = open.length
  const asked = due.length
  run.asOf = over === true ? asOf : over
  const isTold = play(story, run)
  run.asOf = asOf
  if (isTold) return run.finished ? undefined : 'done'
  if (over === undefined || run.finished) return undefined
  open.length = opened
  for (const effect of due.splice(asked)) if (effect.effect === 'open') notAsked(effect.key, run)
  return 'done'
}

/** A matter beside the stage keeps nobody from leaving it: no consequence and no clock waits for what was raised (R3, 5.12). */
const stageAnswer = ({ body, beside }: Extract<StoryAsk, { ask: 'stage' }>, run: Run): StoryAnswer | undefined => {
  const { alone, even } = run
  const isTold = (alone === undefined || even !== undefined) && play(body, run)
  if (alone !== undefined) run.due.push(...run.due.splice(0).filter((one) => one.effect === 'open' && one.key === even))
  for (const matter of beside) if (alone === undefined || alone === matter.no) playBeside(matter, run)
  return isTold && alone === undefined && !run.finished ? 'done' : undefined
}

const playBeside = ({ no, story }: Beside, run: Run): void => {
  const { thread } = run
  run.thread = threadOf(no)
  const isSettled = play(story, run)
  const { had, rests, contested } = run.thread
  run.beside.push({ no, isSettled, effects: Object.fromEntries(had), ...defined({ rests, contested }) })
  run.thread = thread
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

const effectAnswer = (asked: Extract<StoryAsk, { ask: 'effect' }>['effect'], run: Run): StoryAnswer | undefined => {
  if (isOff(asked, run.procedure)) return 'done'
  const effect = { ...asked, ...defined({ matter: run.thread.matter }) }
  const name = effectName(effect)
  const nth = (run.effects.get(name) ?? 0) + 1
  run.effects.set(name, nth)
  if ((run.state.stage?.effects[name] ?? 0) >= nth) {
    run.thread.had.set(name, (run.thread.had.get(name) ?? 0) + 1)
    if (effect.effect === 'status' && nth > (run.state.stage?.before?.[name] ?? 0)) run.statuses.push(effect.status)
    return 'done'
  }
  if (effect.effect === 'finish') stop(effect, run)
  else if (!waitsForLifting(effect, run)) run.due.push(effect)
  return undefined
}

/** A suspension is ended by who may lift it, and by no matter beside it: the status that a matter gives waits until then (5.8). */
const waitsForLifting = ({ effect }: Effect, { state, thread }: Run): boolean =>
  effect === 'status' && thread.matter !== undefined && state.status === statusFor.suspension

/** Without a cap on role models nobody is ranked (6.5). */
const isOff = ({ effect }: Effect, { settings }: Procedure): boolean =>
  settings.roleModels === undefined && (effect === 'propose_role_model' || effect === 'grant_role_model')

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
  return timesUpheld(run.state, step) === 0
}

/** Told anew after redress, a decision stands; so it does where the procedure has no redress. */
const contestAnswer = (of: StepId, { state, procedure, thread }: Run): StoryAnswer => {
  const step = state.stage?.steps[of]
  if (step === undefined || redressStepsOf(procedure) === undefined || timesUpheld(state, step) > 0) return 'past'
  thread.contested = of
  return 'done'
}

const stepAnswer = (key: StepKey, run: Run): StoryAnswer | undefined => {
  // A procedure that does not have the step goes on without it (R18).
  if (run.procedure.steps[key] === undefined) return { option: 'off', usedUp: false, id: noVisit(key) }
  const known = nextVisit(key, run)
  if (known === undefined) {
    run.due.push({ effect: 'open', key, id: freshVisit(key, run), ...defined({ matter: run.thread.matter }) })
    return undefined
  }
  if (known.outcome === undefined) {
    run.open.push(known)
    return undefined
  }
  return toldOf({ ...known, outcome: known.outcome }, run)
}

const toldOf = (closed: StepState & { readonly outcome: StepOutcome }, run: Run): StoryAnswer | undefined => {
  const lead = run.procedure.steps[closed.key]?.options[closed.outcome.option]?.leads
  const times = timesChosen(run.state, { step: closed, option: closed.outcome.option, until: closed.id })
  const usedUp = lead !== undefined && 'back' in lead && times > lead.limit + timesUpheld(run.state, closed)
  const ends = lead === undefined ? undefined : endOf(lead, usedUp)
  if (ends === undefined) return stepTold(closed, { usedUp, procedure: run.procedure })
  const code = closed.outcome.code ?? ends.code
  stop({ effect: 'finish', status: ends.end, of: closed.id, ...defined({ code }) }, run)
  return undefined
}
