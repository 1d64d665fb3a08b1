import { currentUpdateInfo, setCurrentDetails, workflowInfo } from '@temporalio/workflow'
import type { Prepared } from '../activities/contract.js'
import type { Actor, Envelope } from '../domain/command.js'
import type { AnyEvent, By, Recorded } from '../domain/event.js'
import type { BaseView, ClaimRefusal, Holders, ProgrammeView, RecordRequest } from '../domain/record.js'
import { asFailure } from './as-failure.js'
import { now } from './clock.js'
import { prepare, record } from './local-activities.js'
import { boundBy, bringNewest, bringVersion, lacksRules } from './rules-at-hand.js'
import { channelOf, handledKept, limitsOf, type Core, type CoreJudgement } from './core.js'
import type { Accepted, Carried } from './messages.js'
import { fifo } from './mutex.js'

/** How often one command is judged again because the ledger was ahead or a claim was refused, before it is a defect. */
const judgements = 6

type Stream = { readonly seq: number }
type Sent = { readonly type: string }
type View = BaseView | ProgrammeView
type Yes<S> = Extract<CoreJudgement<S>, { ok: true }>

/** What lies on the desk of one run. Changed only inside the mutex, and by the first `prepare`. */
interface Papers<S extends Stream, C extends Sent, V extends View> {
  readonly core: Core<S, C, V>
  readonly handled: Set<string>
  state: S
  prepared: Prepared | undefined
  /** Who may act on the steps of the last entries, until it has been heard. */
  holders: Holders | undefined
  revision: number
  /** What the validator found, for the handler that follows it in the same moment. */
  validated: Validated<S> | undefined
}

/** A judgement is a function of command, state and instant, so the same three need not be judged twice. */
interface Validated<S> {
  readonly id: string
  readonly now: string
  readonly state: S
  readonly judged: CoreJudgement<S>
}

/**
 * The desk of one workflow, where commands and alarms are taken strictly one after another: judge, record, evolve, all
 * inside the mutex (design 2). The state is evolved from events as stored, never from the workflow's own copy.
 */
export const openDesk = <S extends Stream, C extends Sent, V extends View>(
  core: Core<S, C, V>,
  carried: Carried<S>,
) => {
  const mutex = fifo()
  const desk = papersOf(core, carried)
  return {
    ...glancesAt(desk),
    ...holdersOn(desk),
    isFree: mutex.isFree,
    carried: (): Carried<S> => ({ state: desk.state, handled: [...desk.handled].slice(-handledKept) }),
    /** Rules and calendars of this run; the first thing in the queue, so that every command finds them. */
    prepare: () => mutex.run(() => prepareRun(desk)),
    /** A person's command, from an update: its id is the update's own. */
    serve: (command: C, actor?: Actor): Promise<Accepted> => {
      const from = { id: currentUpdateInfo()?.id ?? '', ...(actor === undefined ? {} : { actor }) }
      return mutex.run(() => take(desk, { command, ...from }))
    },
    /** A machine's news: the clock, a paper, a session. Its id says what it is about, so that a repeat is the same news. */
    hear: (command: C, id: string): Promise<Accepted> => mutex.run(() => take(desk, { command, id })),
    /**
     * The validator: says no before anything is written to the history. While work is under way, or before the rules are
     * there, the state is not the one the command will meet, so the handler decides.
     */
    validate: (command: C, actor?: Actor): void => {
      const from = { id: currentUpdateInfo()?.id ?? '', ...(actor === undefined ? {} : { actor }) }
      if (desk.prepared !== undefined && mutex.isFree() && !desk.handled.has(from.id) && !lacksRules(desk, command))
        validate(desk, { command, ...from })
    },
  }
}

const papersOf = <S extends Stream, C extends Sent, V extends View>(
  core: Core<S, C, V>,
  { state, handled }: Carried<S>,
): Papers<S, C, V> => ({
  core,
  handled: new Set(handled),
  state,
  prepared: undefined,
  holders: undefined,
  revision: 0,
  validated: undefined,
})

const holdersOn = (desk: { holders: Holders | undefined }) => ({
  holders: () => desk.holders,
  /** Notes that these holders were heard; others that came meanwhile are heard next. */
  heard: (holders: Holders): void => {
    if (desk.holders === holders) desk.holders = undefined
  },
})

/** What others may see of the desk. */
const glancesAt = <S extends Stream, C extends Sent, V extends View>(desk: Papers<S, C, V>) => ({
  state: () => desk.state,
  view: () => (desk.prepared === undefined || desk.state.seq === 0 ? null : desk.core.view(desk.state, desk.prepared)),
  revision: () => desk.revision,
  /** The rules this run is pinned to; undefined before they are prepared. */
  procedure: () => desk.prepared?.procedure,
  nextDueAt: () => (desk.prepared === undefined ? null : desk.core.nextDueAt(desk.state, desk.prepared)),
})

const prepareRun = async <S extends Stream, C extends Sent, V extends View>(desk: Papers<S, C, V>): Promise<void> => {
  desk.prepared = await prepare(desk.core.prepares(desk.state, now()))
  desk.revision += 1
  tellOperators(desk)
}

/** What operators read in Temporal's own screen, as of now. */
const tellOperators = <S extends Stream, C extends Sent, V extends View>({
  core,
  state,
  prepared,
}: Papers<S, C, V>): void => {
  if (prepared !== undefined) setCurrentDetails(core.inWords(state, { prepared, now: now() }))
}

interface Taken<C> {
  readonly command: C
  readonly id: string
  readonly actor?: Actor
}

/** Refuses what the core refuses, and keeps what it found for the handler. */
const validate = <S extends Stream, C extends Sent, V extends View>(desk: Papers<S, C, V>, taken: Taken<C>): void => {
  const envelope: Envelope<C> = { ...taken, now: now() }
  const judged = judgeNow(desk, envelope)
  if (!judged.ok) throw asFailure(judged.refusal)
  desk.validated = { id: envelope.id, now: envelope.now, state: desk.state, judged }
}

/** One command from judgement to record. Runs inside the mutex only. */
const take = async <S extends Stream, C extends Sent, V extends View>(
  desk: Papers<S, C, V>,
  { command, id, actor }: Taken<C>,
): Promise<Accepted> => {
  let claimRefusal: ClaimRefusal | undefined
  if (lacksRules(desk, command)) await bringVersion(desk, desk.core.wants?.(command) ?? '')
  for (let turn = 0; turn < judgements; turn += 1) {
    const envelope: Envelope<C> = { id, command, now: now(), ...(actor === undefined ? {} : { actor }) }
    const isRepeat = desk.handled.has(id)
    const judged = isRepeat
      ? repeat(desk.state)
      : claimRefusal === undefined
        ? (validatedFor(desk, envelope) ?? judgeNow(desk, envelope))
        : judgeNow(desk, { ...envelope, claimRefusal })
    if (!judged.ok) throw asFailure(judged.refusal)
    if (judged.events.length === 0 && !isRepeat) return { head: desk.state.seq, entries: [] }
    const result = await record(requestFor(desk, { envelope, judged }))
    if (result.kind === 'refused') {
      if (result.refusal.code === 'rules_newer') {
        await bringNewest(desk, result.refusal.version)
        continue
      }
      claimRefusal = result.refusal
      continue
    }
    evolveStored(desk, result.entries)
    if (result.kind === 'behind') continue
    if (result.holders !== undefined) desk.holders = { ...desk.holders, ...result.holders }
    desk.handled.add(id)
    return { head: result.head, entries: result.entries.map(briefly) }
  }
  throw new RangeError(`command ${id} found no rest in ${judgements} judgements`)
}

/**
 * What the validator of this very update found a moment ago, on the same state and at the same instant: then it would be
 * found again. A replay runs no validators and judges here, to the same end.
 */
const validatedFor = <S extends Stream, C extends Sent, V extends View>(
  desk: Papers<S, C, V>,
  { id, now: at }: Envelope<C>,
): CoreJudgement<S> | undefined => {
  const { validated, state } = desk
  desk.validated = undefined
  return validated?.id === id && validated.now === at && validated.state === state ? validated.judged : undefined
}

const judgeNow = <S extends Stream, C extends Sent, V extends View>(
  { core, state, prepared }: Papers<S, C, V>,
  { claimRefusal, ...envelope }: Envelope<C> & { readonly claimRefusal?: ClaimRefusal },
): CoreJudgement<S> => {
  if (prepared === undefined) throw new TypeError('a command was judged before the rules were prepared')
  return core.judge(state, { envelope, prepared, ...(claimRefusal === undefined ? {} : { claimRefusal }) })
}

/** A command that was handled before is not judged again; `record` finds its entries by its id. */
const repeat = <S>(state: S): Yes<S> => ({ ok: true, events: [], claims: [], state })

const requestFor = <S extends Stream, C extends Sent, V extends View>(
  { core, state, prepared }: Papers<S, C, V>,
  { envelope, judged }: { envelope: Envelope<C>; judged: Yes<S> },
): RecordRequest => {
  if (prepared === undefined) throw new TypeError('a command was recorded before the rules were prepared')
  return {
    stream: core.stream,
    kind: core.kind,
    commandId: envelope.id,
    expectedHead: state.seq,
    events: judged.events,
    ...byOf(judged.events),
    channel: channelOf(envelope.actor),
    occurredAt: envelope.now,
    rulesVersion: `${prepared.procedure.id}@${prepared.procedure.version}`,
    workflowRun: workflowInfo().runId,
    claims: judged.claims,
    limits: limitsOf(prepared),
    view: core.view(judged.state, boundBy(core, { state: judged.state, prepared })),
  }
}

const byOf = (events: readonly AnyEvent[]): { by?: By } => {
  for (const event of events) if ('by' in event && event.by !== undefined) return { by: event.by }
  return {}
}

const evolveStored = <S extends Stream, C extends Sent, V extends View>(
  desk: Papers<S, C, V>,
  entries: readonly Recorded<AnyEvent>[],
): void => {
  for (const entry of entries) if (entry.seq > desk.state.seq) desk.state = desk.core.evolve(desk.state, entry)
  if (desk.prepared !== undefined) desk.prepared = boundBy(desk.core, { state: desk.state, prepared: desk.prepared })
  desk.revision += 1
  tellOperators(desk)
}

const briefly = ({ seq, event, occurredAt }: Recorded<AnyEvent>): Accepted['entries'][number] => ({
  seq,
  type: event.type,
  occurredAt,
})
