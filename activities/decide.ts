import type { Envelope } from '../domain/command.js'
import { claimLimitsOf } from '../domain/claim-limits.js'
import type { AnyEvent } from '../domain/event.js'
import type { By } from '../domain/values/by.js'
import { workflowIdOf } from '../domain/ids.js'
import type { BaseView, CommandNote, ProgrammeView, RecordRequest, RecordResult, Stored } from '../domain/record.js'
import type { Holders, HoldersAsked } from '../domain/values/holders.js'
import type { ClaimRefusal } from '../domain/claims.js'
import type { Refusal } from '../domain/refusal.js'
import type { BriefEntry, Handed, CommandOutcome, Prepared, PrepareRequest } from './contract.js'
import type { Core, CoreJudgement } from './core.js'
import { isDefect } from './is-defect.js'
import { defined } from '../domain/values/defined.js'

/** How often one command is judged again because the ledger was ahead or a claim was refused, before it is a defect. */
const judgements = 6

/** A place in a stream, and the command under way with the note that came along. */
type MissingRequest = Pick<RecordRequest, 'stream' | 'expectedHead' | 'commandId' | 'note'>

export interface DecideParts {
  /** Writes what a command became, once however often it is called. */
  readonly write: (request: RecordRequest) => Promise<RecordResult>
  /** What a stream has behind a head. */
  readonly missing: (behind: MissingRequest) => Promise<readonly Stored<AnyEvent>[]>
  readonly rulesOf: (request: PrepareRequest) => Promise<Prepared>
  readonly holders: (asked: HoldersAsked) => Promise<Holders>
}

type Yes<S> = Extract<CoreJudgement<S>, { ok: true }>

/** A command that is being decided: its core and its request, and the world it needs. */
interface Deciding<S extends { readonly seq: number }, C extends { readonly type: string }> extends DecideParts {
  readonly core: Core<S, C, BaseView | ProgrammeView>
  readonly request: Handed<S, C>
}

/** Where the stream stands: the state, the rules it is under, and what the workflow has to hear. */
interface Standing<S> {
  readonly state: S
  readonly prepared: Prepared
  readonly entries: readonly Stored<AnyEvent>[]
}

/**
 * Judges a command and writes down what it became, as one piece: judge, record, evolve from what was stored, and again where
 * the ledger was ahead or a claim was refused. What comes back is all the workflow keeps of it, so that nothing of this
 * is ever done again for what is past. Refusals are values; it throws faults and defects.
 */
export const decide = async <S extends { readonly seq: number }, C extends { readonly type: string }>(
  deciding: Deciding<S, C>,
): Promise<CommandOutcome> => {
  const { core, request } = deciding
  const begun = await bound(deciding, { state: request.state, prepared: await deciding.rulesOf(request.rules) })
  const { standing, answer } =
    request.command === undefined
      ? { standing: await lookedAgain(deciding, await caughtUp(deciding, begun)), answer: nothing(begun) }
      : await commanded(deciding, { standing: begun, command: request.command })
  return {
    entries: standing.entries,
    answer,
    course: core.course(standing.state, standing.prepared),
    rules: standing.prepared.procedure.version,
  }
}

interface Decided<S> {
  readonly standing: Standing<S>
  readonly answer: CommandOutcome['answer']
}

interface Commanded<S, C> {
  readonly standing: Standing<S>
  readonly command: C
}

const commanded = async <S extends { readonly seq: number }, C extends { readonly type: string }>(
  deciding: Deciding<S, C>,
  { standing: begun, command }: Commanded<S, C>,
): Promise<Decided<S>> => {
  const { core, request, write } = deciding
  let standing = await withVersion(deciding, { standing: begun, command })
  let isRepeat = request.isRepeat
  let claimRefusal: ClaimRefusal | undefined
  for (let turn = 0; turn < judgements; turn += 1) {
    const envelope = envelopeOf(request, command)
    const judged = isRepeat ? unjudged(standing.state) : judge(core, { envelope, standing, claimRefusal })
    if (!judged.ok) {
      const later = await caughtUp(deciding, standing)
      if (later === standing) return { standing, answer: { ok: false, refusal: judged.refusal } }
      isRepeat = later.entries.some(({ commandId }) => commandId === request.id)
      standing = later
      continue
    }
    if (judged.events.length === 0 && !isRepeat) return { standing, answer: nothing(standing) }
    const result = await write(await requestFor(deciding, { envelope, standing, judged }))
    if (result.kind === 'recorded') return await recorded(deciding, { standing, result })
    if (result.kind === 'elsewhere') return { standing, answer: { ok: false, refusal: elsewhere(request.id, result) } }
    if (result.kind === 'answered') return { standing, answer: { ok: false, refusal: refusedBefore(request.id) } }
    if (result.kind === 'behind') standing = await after(deciding, { standing, entries: result.entries })
    else if (result.refusal.code === 'rules_newer')
      standing = await withNewest(deciding, { standing, version: result.refusal.version })
    else claimRefusal = result.refusal
  }
  throw new RangeError(`command ${request.id} found no rest in ${judgements} judgements`)
}

/** What a command became, and what follows from who holds the steps it opened. */
const recorded = async <S extends { readonly seq: number }, C extends { readonly type: string }>(
  deciding: Deciding<S, C>,
  { standing, result }: { standing: Standing<S>; result: Extract<RecordResult, { kind: 'recorded' }> },
): Promise<Decided<S>> => {
  const { entries, news = entries, holders, head } = result
  const then = await after(deciding, { standing, entries: news })
  const answer = { ok: true, head: entries.at(-1)?.seq ?? head, entries: entries.map(briefly) } as const
  if (holders === undefined) return { standing: then, answer }
  return { standing: await lookForVacancy(deciding, { standing: then, holders }), answer }
}

/** Who only looks also sees whether somebody was given a seat for which an open step waits: no entry of the base says so. */
const lookedAgain = async <S extends { readonly seq: number }, C extends { readonly type: string }>(
  deciding: Deciding<S, C>,
  standing: Standing<S>,
): Promise<Standing<S>> => {
  const { core, request } = deciding
  const steps = core.vacant(standing.state)
  if (steps.length === 0) return standing
  const holders = await deciding.holders({ stream: core.stream, steps, at: request.now })
  return await lookForVacancy(deciding, { standing, holders })
}

/**
 * Where a rule resolves to nobody it is said at once, under an id of its own; where it does not, nothing is written. The
 * command itself stands by now, so a mistake of ours in here takes nothing back.
 */
const lookForVacancy = async <S extends { readonly seq: number }, C extends { readonly type: string }>(
  deciding: Deciding<S, C>,
  { standing, holders }: { standing: Standing<S>; holders: Holders },
): Promise<Standing<S>> => {
  const { core, request, write } = deciding
  const command = core.heldBy(holders)
  if (command === undefined) return standing
  try {
    const envelope: Envelope<C> = { id: `holders:${core.stream}:${standing.state.seq}`, command, now: request.now }
    const judged = judge(core, { envelope, standing })
    if (!judged.ok || judged.events.length === 0) return standing
    const result = await write(await requestFor(deciding, { envelope, standing, judged }))
    return result.kind === 'recorded' ? await after(deciding, { standing, entries: result.entries }) : standing
  } catch (error) {
    if (isDefect(error)) return standing
    throw error
  }
}

const envelopeOf = <S, C>({ id, now, actor }: Handed<S, C>, command: C): Envelope<C> => ({
  id,
  command,
  now,
  ...defined({ actor }),
})

interface Judging<S, C> {
  readonly envelope: Envelope<C>
  readonly standing: Standing<S>
  readonly claimRefusal?: ClaimRefusal | undefined
}

const judge = <S extends { readonly seq: number }, C extends { readonly type: string }>(
  core: Core<S, C, BaseView | ProgrammeView>,
  { envelope, standing: { state, prepared }, claimRefusal }: Judging<S, C>,
): CoreJudgement<S> => core.judge(state, { envelope, prepared, ...defined({ claimRefusal }) })

/** A command that was handled before is not judged again; its entries are found by its id. */
const unjudged = <S>(state: S): Yes<S> => ({ ok: true, events: [], claims: [], state })

const nothing = ({ state }: { state: { readonly seq: number } }): CommandOutcome['answer'] => ({
  ok: true,
  head: state.seq,
  entries: [],
})

const elsewhere = (command: string, { stream }: { stream: string }): Refusal => ({
  code: 'carried_out_elsewhere',
  detail: { command, stream },
})

const refusedBefore = (command: string): Refusal => ({ code: 'refused_before', detail: { command } })

/** The standing with what the ledger has and the workflow does not know; the same value where there is nothing. */
const caughtUp = async <S extends { readonly seq: number }, C extends { readonly type: string }>(
  deciding: Deciding<S, C>,
  standing: Standing<S>,
): Promise<Standing<S>> => {
  const { core, request, missing } = deciding
  const { id: commandId, command } = request
  const note = command && noteOf(deciding, command)
  const entries = await missing({
    stream: core.stream,
    expectedHead: standing.state.seq,
    commandId,
    ...defined({ note }),
  })
  return entries.length === 0 ? standing : await after(deciding, { standing, entries })
}

/** The standing after more entries, as stored, under the rules the state is under then. */
const after = async <S extends { readonly seq: number }, C extends { readonly type: string }>(
  deciding: Deciding<S, C>,
  { standing, entries }: { standing: Standing<S>; entries: readonly Stored<AnyEvent>[] },
): Promise<Standing<S>> => {
  const news = entries.filter(({ seq }) => seq > standing.state.seq)
  const state = news.reduce(deciding.core.evolve, standing.state)
  return {
    ...(await bound(deciding, { state, prepared: standing.prepared })),
    entries: [...standing.entries, ...entries],
  }
}

/** Rules as they bind a state: the version it is under, where that is another than the one at hand. */
const bound = async <S extends { readonly seq: number }, C extends { readonly type: string }>(
  { core, request, rulesOf }: Deciding<S, C>,
  { state, prepared }: { state: S; prepared: Prepared },
): Promise<Standing<S>> => {
  const version = core.pinned(state)
  if (version === undefined || version === prepared.procedure.version) return { state, prepared, entries: [] }
  const { procedure } = await rulesOf({ ...request.rules, version })
  return { state, prepared: { ...prepared, procedure }, entries: [] }
}

/** With the version of the rules that a command names. */
const withVersion = async <S extends { readonly seq: number }, C extends { readonly type: string }>(
  { core, request, rulesOf }: Deciding<S, C>,
  { standing, command }: Commanded<S, C>,
): Promise<Standing<S>> => {
  const version = core.wants(command)
  if (version === undefined) return standing
  const { procedure } = await rulesOf({ ...request.rules, version })
  return { ...standing, prepared: { ...standing.prepared, versions: { [version]: procedure } } }
}

/** With the newest rules, because a stage was about to begin under older ones (8.8). */
const withNewest = async <S extends { readonly seq: number }, C extends { readonly type: string }>(
  { request, rulesOf }: Deciding<S, C>,
  { standing, version }: { standing: Standing<S>; version: string },
): Promise<Standing<S>> => {
  const { procedure } = await rulesOf({ ...request.rules, version })
  return { ...standing, prepared: { ...standing.prepared, newest: procedure } }
}

const requestFor = async <S extends { readonly seq: number }, C extends { readonly type: string }>(
  deciding: Deciding<S, C>,
  {
    envelope: { id, command, actor, now },
    standing: { state, prepared },
    judged,
  }: Judging<S, C> & { readonly judged: Yes<S> },
): Promise<RecordRequest> => {
  const { core, request } = deciding
  const then = await bound(deciding, { state: judged.state, prepared })
  const by = byOf(judged.events)
  const note = id === request.id ? noteOf(deciding, command) : undefined
  return {
    stream: core.stream,
    kind: core.kind,
    commandId: id,
    expectedHead: state.seq,
    events: judged.events,
    ...defined({ by }),
    channel: actor?.channel ?? 'machine',
    occurredAt: now,
    rulesVersion: `${prepared.procedure.id}@${prepared.procedure.version}`,
    workflowRun: request.run,
    claims: judged.claims,
    limits: claimLimitsOf(prepared.procedure),
    view: core.view(then.state, then.prepared),
    ...defined({ note }),
  }
}

/** The note that travels with a person's command, whole; none for what a machine brings. */
export const noteOf = <S, C extends { readonly type: string }>(
  {
    core,
    request: { note, actor, namespace },
  }: { readonly core: { readonly stream: string }; readonly request: Handed<S, C> },
  command: C,
): CommandNote | undefined => {
  if (note === undefined || actor === undefined) return undefined
  const { channel, factor } = actor
  const sent = { namespace, workflow: workflowIdOf(core.stream), update: command.type, command }
  const body = { ...sent, channel, ...defined({ factor }) }
  return { ...note, actor: actor.person, body }
}

const byOf = (events: readonly AnyEvent[]): By | undefined => {
  for (const event of events) if ('by' in event && event.by !== undefined) return event.by
  return undefined
}

const briefly = ({ seq, event, occurredAt }: Stored<AnyEvent>): BriefEntry => ({ seq, type: event.type, occurredAt })
