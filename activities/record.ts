import type { Kysely } from 'kysely'
import { acceptedSeal } from '../db/seals/answer-seals.js'
import { keepTravelled } from '../db/record/command-note.js'
import { isRetriable } from '../db/connect.js'
import { holdersOf } from '../db/record/holders.js'
import { missingEntries } from '../db/record/record-entries.js'
import { UnsealedEntryFault, UnsealedSenderFault } from '../db/record/record-faults.js'
import { createRecorder } from '../db/record/record-at-once.js'
import type { Recorder } from '../db/record/record-at-once.js'
import { forgetPerson } from '../db/sealed-person.js'
import { isSenderSealed } from '../db/seals/sender-seal.js'
import type { Database } from '../db/schema.js'
import type { BaseCommand, BaseNews, ProgrammeCommand, ProgrammeNews } from '../domain/command.js'
import { isCommandKey, workflowIdOf } from '../domain/ids.js'
import type { ProgrammeState } from '../domain/programme/state.js'
import type { BaseView, ProgrammeView, RecordRequest, RecordResult } from '../domain/record.js'
import type { Refusal } from '../domain/refusal.js'
import type { BaseState } from '../domain/state.js'
import type {
  AboutBase,
  AboutProgramme,
  Activities,
  Handed,
  CommandOutcome,
  Prepared,
  PrepareRequest,
} from './contract.js'
import type { Core } from './core.js'
import { decide, noteOf, type DecideParts } from './decide.js'
import { isDefect } from './is-defect.js'

/** The pure cores, as the workflows have them too: what is judged here was judged by the same rules in the validator. */
export interface Cores {
  readonly base: (about: AboutBase) => Core<BaseState, BaseCommand | BaseNews, BaseView>
  readonly programme: (about: AboutProgramme) => Core<ProgrammeState, ProgrammeCommand | ProgrammeNews, ProgrammeView>
}

export interface RecordParts {
  readonly db: Kysely<Database>
  readonly cores: Cores
  readonly rulesOf: (request: PrepareRequest) => Promise<Prepared>
  /** Hears of a command that met a mistake of ours, an entry nobody vouches for, or that the API did not send: somebody has to look. */
  readonly onDefect: (met: { readonly command: string; readonly stream: string; readonly error: unknown }) => void
}

/** A lost race between two transactions is over at once; what still fails after so many tries is left to Temporal's retries. */
const tries = 3

/**
 * The local activity that judges a command and writes it down, once however often it is called with one command id. A "no"
 * is a value. A fault of the world is thrown, and tried again. So is a defect in what a machine brings, which waits until
 * it is mended; a person hears of one as a "no" that is final. The same holds where the ledger has an entry that no worker
 * vouches for: nothing is recorded behind it.
 */
export const createRecord = ({ db, cores, rulesOf, onDefect }: RecordParts): Activities['record'] => {
  const recorder = createRecorder(db)
  const parts: DecideParts = {
    rulesOf,
    write: async (request) => forgetErased(await recordWithin(tries, { recorder, request })),
    missing: async (behind) => (await missingEntries(db, behind)).entries,
    holders: (asked) => holdersOf(db, asked),
  }
  return (request) =>
    request.kind === 'base'
      ? decided({ ...parts, db, onDefect, request, core: cores.base(request) })
      : decided({ ...parts, db, onDefect, request, core: cores.programme(request) })
}

interface Decided<S extends { readonly seq: number }, C extends { readonly type: string }>
  extends DecideParts, Pick<RecordParts, 'db' | 'onDefect'> {
  readonly request: Handed<S, C>
  readonly core: Core<S, C, BaseView | ProgrammeView>
}

const decided = async <S extends { readonly seq: number }, C extends { readonly type: string }>(
  deciding: Decided<S, C>,
): Promise<CommandOutcome> => {
  const { db, core, request } = deciding
  const { id, command } = request
  if (command !== undefined && !mayBeJudged(core, { ...request, command }))
    return await unmoved(deciding, new UnsealedSenderFault(core.stream))
  const outcome = vouchedFor(deciding, await decidedOrDefect(deciding))
  if (command === undefined || (outcome.answer.ok && outcome.answer.entries.length > 0)) return outcome
  const note = noteOf({ core, request }, command)
  // There are no entries for the note to be written with, and it says whose this outcome is.
  if (note !== undefined) await keepTravelled(db, { id, stream: core.stream, note })
  return outcome
}

/** Whoever sent a command believes no "yes" without this seal: anybody who reaches the task queue could give one. */
const vouchedFor = <S extends { readonly seq: number }, C extends { readonly type: string }>(
  { core: { stream }, request: { id, command, seal } }: Decided<S, C>,
  outcome: CommandOutcome,
): CommandOutcome => {
  const { answer } = outcome
  // Only of what the API sent: a look answers nobody, and machines wait for nothing.
  if (!answer.ok || command === undefined || seal === undefined) return outcome
  return { ...outcome, answer: { ...answer, seal: acceptedSeal({ id, stream, ...answer }) } }
}

const decidedOrDefect = async <S extends { readonly seq: number }, C extends { readonly type: string }>(
  deciding: Decided<S, C>,
): Promise<CommandOutcome> => {
  try {
    return await decide(deciding)
  } catch (error) {
    return await unmoved(deciding, error)
  }
}

/** Nothing was done, and why is an answer; throws what is tried again. */
const unmoved = async <S extends { readonly seq: number }, C extends { readonly type: string }>(
  { request, core, rulesOf, onDefect }: Decided<S, C>,
  error: unknown,
): Promise<CommandOutcome> => {
  const refusal = refusalFor(error, request)
  if (refusal === undefined) throw error
  onDefect({ command: request.id, stream: core.stream, error })
  const prepared = await rulesOf(request.rules)
  return {
    entries: [],
    answer: { ok: false, refusal },
    course: core.course(request.state, prepared),
    rules: prepared.procedure.version,
  }
}

/** Whether a command may be judged: as an update it is a person's, and the API sealed who that is. What machines bring comes otherwise. */
const mayBeJudged = <S, C>(
  { stream }: { readonly stream: string },
  { id, namespace, command, actor, note, seal }: Handed<S, C> & { readonly command: C },
): boolean => {
  if (seal === undefined && actor === undefined && !isCommandKey(id)) return true
  try {
    return isSenderSealed({ id, namespace, workflow: workflowIdOf(stream), command, actor, note, seal })
  } catch (error) {
    // What cannot even be put into the bytes of a seal was sealed by nobody; thrown, it would be tried again for ever.
    if (error instanceof RangeError || error instanceof TypeError) return false
    throw error
  }
}

/**
 * What a person hears of a mistake of ours, and of a ledger nobody may build on; who only looked takes nothing over then.
 * undefined for what is tried again.
 */
const refusalFor = (
  error: unknown,
  { id: command, actor, command: brought }: Pick<Handed<unknown, unknown>, 'id' | 'actor' | 'command'>,
): Refusal | undefined => {
  const isLook = brought === undefined
  if (error instanceof UnsealedSenderFault)
    return { code: 'sender_unsealed', detail: { command, stream: error.stream } }
  if (actor === undefined && !isLook) return undefined
  if (error instanceof UnsealedEntryFault)
    return { code: 'entry_unsealed', detail: { command, stream: error.stream, seq: error.seq } }
  if (isLook) return undefined
  return isDefect(error) ? { code: 'not_carried_out', detail: { command } } : undefined
}

/** The key of somebody who was erased leaves this process with the entry. */
const forgetErased = (result: RecordResult): RecordResult => {
  if (result.kind !== 'recorded') return result
  for (const { event } of result.entries) if (event.type === 'person_erased') forgetPerson(event.person)
  return result
}

async function recordWithin(
  left: number,
  { recorder, request }: { recorder: Recorder; request: RecordRequest },
): Promise<RecordResult> {
  try {
    return await recorder(request)
  } catch (error) {
    if (left <= 1 || !isRetriable(error)) throw error
    return await recordWithin(left - 1, { recorder, request })
  }
}
