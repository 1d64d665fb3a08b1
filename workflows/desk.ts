import { CancellationScope, currentUpdateInfo, setCurrentDetails, workflowInfo } from '@temporalio/workflow'
import type { Handed, CommandOutcome, Preparation, Prepared, Preparing } from '../activities/contract.js'
import type { Core, CoreJudgement } from '../activities/core.js'
import { handledKept } from '../domain/carried.js'
import type { Actor } from '../domain/values/actor.js'
import type { Course } from '../domain/course.js'
import type { AnyEvent } from '../domain/event.js'
import type { BaseView, ProgrammeView, SentNote, Stored } from '../domain/record.js'
import type { Refusal } from '../domain/refusal.js'
import { asFailure } from './as-failure.js'
import { now } from './clock.js'
import type { Accepted, Carried, Sender } from './messages.js'
import { fifo } from './mutex.js'
import { defined } from '../domain/values/defined.js'

type Stream = { readonly seq: number }
type Sent = { readonly type: string }
type View = BaseView | ProgrammeView

/** The local activities of one desk. */
export interface Hands<S, C> {
  readonly prepare: (asking: Preparing<S>) => Promise<Preparation>
  readonly record: (handed: Handed<S, C>) => Promise<CommandOutcome>
}

/** What lies on the desk of one run. Changed only inside the mutex, and by the first `prepare`. */
interface Papers<S extends Stream, C extends Sent, V extends View> {
  readonly core: Core<S, C, V>
  readonly hands: Hands<S, C>
  readonly handled: Set<string>
  state: S
  /** Number of the last entry the workflow knows, as the outcomes said it. */
  head: number
  prepared: Prepared | undefined
  /** Rules and calendars were asked for with this. */
  rules: Preparing<S>['rules'] | undefined
  course: Course
  revision: number
}

/**
 * The desk of one workflow, where commands and alarms are taken strictly one after another inside the mutex (0005). What
 * becomes of a command is judged and written down by the local activity `record`, and its outcome, kept in the history, is
 * all that counts afterwards: a replay judges nothing. The state is evolved from events as stored, for the validator.
 */
export const openDesk = <S extends Stream, C extends Sent, V extends View>(
  core: Core<S, C, V>,
  { carried, hands }: { readonly carried: Carried<S>; readonly hands: Hands<S, C> },
) => {
  const mutex = fifo()
  const desk = papersOf(core, { carried, hands })
  // Handlers run in the scope that a cancel request ends, and a cancel request decides nothing: what was begun is done.
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => mutex.run(() => CancellationScope.nonCancellable(work))
  return {
    ...glancesAt(desk),
    isFree: mutex.isFree,
    carried: (): Carried<S> => ({ state: desk.state, handled: [...desk.handled].slice(-handledKept) }),
    /** Rules and calendars of this run; the first thing in the queue, so that every command finds them. */
    prepare: () => inTurn(() => prepareRun(desk)),
    /** A person's command, from an update: its id is the update's own. */
    serve: async (command: C, sender: Sender): Promise<Served> => {
      const id = currentUpdateInfo()?.id ?? ''
      const outcome = await inTurn(() => take(desk, { command, id, ...sender }))
      if (!outcome.answer.ok) throw asFailure(outcome.answer.refusal, desk.head)
      const { head, entries, seal } = outcome.answer
      return {
        accepted: { head, entries, ...defined({ seal }) },
        entries: outcome.entries.filter(({ commandId }) => commandId === id),
      }
    },
    /** A machine's news: the clock, a paper, a session. Its id says what it is about, so that a repeat is the same news. */
    hear: (command: C, id: string): Promise<CommandOutcome> => inTurn(() => take(desk, { command, id })),
    /** Takes over what the ledger has and this workflow does not know, after a crash or a restored Temporal. */
    catchUp: (): Promise<CommandOutcome> => inTurn(() => take(desk, { id: `look:${core.stream}:${desk.head}` })),
    /**
     * The validator: says no before anything is written to the history, by the rules of today. While work is under way, or
     * before the rules are there, the state is not the one the command will meet, so the handler decides.
     */
    validate: (command: C, { actor }: Sender): void => {
      const id = currentUpdateInfo()?.id ?? ''
      if (mutex.isFree() && !desk.handled.has(id)) validate(desk, { command, id, ...defined({ actor }) })
    },
  }
}

/** What a command became: the answer for its sender, and its entries as stored. */
export interface Served {
  readonly accepted: Accepted
  readonly entries: readonly Stored<AnyEvent>[]
}

const papersOf = <S extends Stream, C extends Sent, V extends View>(
  core: Core<S, C, V>,
  { carried: { state, handled }, hands }: { readonly carried: Carried<S>; readonly hands: Hands<S, C> },
): Papers<S, C, V> => ({
  core,
  hands,
  handled: new Set(handled),
  state,
  head: state.seq,
  prepared: undefined,
  rules: undefined,
  course: { due: null, closed: false, stages: 0, orders: [], offers: [] },
  revision: 0,
})

/** What others may see of the desk. */
const glancesAt = <S extends Stream, C extends Sent, V extends View>(desk: Papers<S, C, V>) => ({
  head: () => desk.head,
  /** What is to be done next, as it stood when the last outcome was recorded. */
  course: () => desk.course,
  view: () => (desk.prepared === undefined || desk.head === 0 ? null : desk.core.view(desk.state, desk.prepared)),
  revision: () => desk.revision,
})

const prepareRun = async <S extends Stream, C extends Sent, V extends View>(desk: Papers<S, C, V>): Promise<void> => {
  desk.rules = desk.core.prepares(desk.state, now())
  await prepareBy(desk, desk.rules)
  desk.revision += 1
}

const prepareBy = async <S extends Stream, C extends Sent, V extends View>(
  desk: Papers<S, C, V>,
  rules: Preparing<S>['rules'],
): Promise<void> => {
  const { prepared, course } = await desk.hands.prepare({ state: desk.state, rules })
  desk.prepared = prepared
  desk.rules = { ...rules, version: prepared.procedure.version }
  desk.course = course
  tellOperators(desk)
}

/** What operators read in Temporal's own screen, as of now. */
const tellOperators = <S extends Stream, C extends Sent, V extends View>({
  core,
  state,
  prepared,
}: Papers<S, C, V>): void => {
  if (prepared !== undefined) setCurrentDetails(orSaid(() => core.inWords(state, { prepared, now: now() })))
}

/** What is only read must not stop the work: words that cannot be made are said to be missing. */
const orSaid = (make: () => string): string => {
  try {
    return make()
  } catch (error) {
    return `These words could not be made: ${error instanceof Error ? error.name : 'a defect'}.`
  }
}

interface Taken<C> {
  readonly command?: C
  readonly id: string
  readonly actor?: Actor
  readonly note?: SentNote
  /** Of what came as an update. */
  readonly seal?: string
}

/**
 * Refuses what the core refuses. A version of the rules that is not at hand is the handler's to fetch, and a defect in judging
 * is left to `record`, which meets it as well and refuses the command by a name that is kept.
 */
const validate = <S extends Stream, C extends Sent, V extends View>(
  { core, state, head, prepared }: Papers<S, C, V>,
  { command, ...from }: { readonly command: C; readonly id: string; readonly actor?: Actor },
): void => {
  if (prepared === undefined || core.wants(command) !== undefined) return
  const refusal = refusalOf(() => core.judge(state, { envelope: { ...from, command, now: now() }, prepared }))
  if (refusal !== undefined) throw asFailure(refusal, head)
}

const refusalOf = (judge: () => CoreJudgement<unknown>): Refusal | undefined => {
  try {
    const judged = judge()
    return judged.ok ? undefined : judged.refusal
  } catch {
    return undefined
  }
}

/** One command from its arrival to its outcome. Runs inside the mutex only. */
const take = async <S extends Stream, C extends Sent, V extends View>(
  desk: Papers<S, C, V>,
  taken: Taken<C>,
): Promise<CommandOutcome> => {
  if (desk.rules === undefined) throw new TypeError('a command was taken before the rules were prepared')
  const { namespace, runId: run } = workflowInfo()
  const outcome = await desk.hands.record({
    ...taken,
    state: desk.state,
    rules: desk.rules,
    now: now(),
    namespace,
    run,
    isRepeat: desk.handled.has(taken.id),
  })
  await keep(desk, outcome)
  if (outcome.answer.ok && outcome.answer.entries.length > 0) desk.handled.add(taken.id)
  return outcome
}

/** Takes an outcome as it stands: its entries, whoever's they are, what to do next, and the rules that bind from now on. */
const keep = async <S extends Stream, C extends Sent, V extends View>(
  desk: Papers<S, C, V>,
  { entries, course, rules }: CommandOutcome,
): Promise<void> => {
  for (const entry of entries) {
    if (entry.seq > desk.head) desk.state = desk.core.evolve(desk.state, entry)
    desk.head = Math.max(desk.head, entry.seq)
    desk.handled.add(entry.commandId)
  }
  desk.course = course
  desk.revision += 1
  if (desk.rules !== undefined && desk.rules.version !== rules) await prepareBy(desk, { ...desk.rules, version: rules })
  else tellOperators(desk)
}
