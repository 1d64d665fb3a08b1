import type { Kysely } from 'kysely'
import { isRetriable } from '../db/connect.js'
import { missingEntries } from '../db/record.js'
import { createRecorder } from '../db/record-at-once.js'
import type { Recorder } from '../db/record-at-once.js'
import { forgetPerson } from '../db/sealed-person.js'
import type { Database } from '../db/schema.js'
import type { BaseCommand, BaseNews, ProgrammeCommand, ProgrammeNews } from '../domain/command.js'
import type { ProgrammeState } from '../domain/programme/state.js'
import type { BaseView, ProgrammeView, RecordRequest, RecordResult } from '../domain/record.js'
import type { BaseState } from '../domain/state.js'
import type { AboutBase, AboutProgramme, Activities, Handed, Outcome, Prepared, PrepareRequest } from './contract.js'
import type { Core } from './core.js'
import { decide, type DecideParts } from './decide.js'
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
  /** Hears of a command that met a mistake of ours, so that somebody mends it. */
  readonly onDefect: (met: { readonly command: string; readonly stream: string; readonly error: unknown }) => void
}

/** A lost race between two transactions is over at once; what still fails after so many tries is left to Temporal's retries. */
const tries = 3

/**
 * The local activity that judges a command and writes it down, once however often it is called with one command id. A "no"
 * is a value. A fault of the world is thrown, and tried again. So is a defect in what a machine brings, which waits until
 * it is mended; a person hears of one as a "no" that is final.
 */
export const createRecord = ({ db, cores, rulesOf, onDefect }: RecordParts): Activities['record'] => {
  const recorder = createRecorder(db)
  const parts: DecideParts = {
    rulesOf,
    write: async (request) => forgetErased(await recordWithin(tries, { recorder, request })),
    missing: async (behind) => (await missingEntries(db, behind)).entries,
  }
  return (request) =>
    request.kind === 'base'
      ? decided({ ...parts, onDefect, request, core: cores.base(request) })
      : decided({ ...parts, onDefect, request, core: cores.programme(request) })
}

interface Decided<S extends { readonly seq: number }, C extends { readonly type: string }>
  extends DecideParts, Pick<RecordParts, 'onDefect'> {
  readonly request: Handed<S, C>
  readonly core: Core<S, C, BaseView | ProgrammeView>
}

const decided = async <S extends { readonly seq: number }, C extends { readonly type: string }>(
  deciding: Decided<S, C>,
): Promise<Outcome> => {
  const { request, core, rulesOf, onDefect } = deciding
  try {
    return await decide(deciding)
  } catch (error) {
    if (request.actor === undefined || !isDefect(error)) throw error
    onDefect({ command: request.id, stream: core.stream, error })
    const prepared = await rulesOf(request.rules)
    return {
      entries: [],
      answer: { ok: false, refusal: { code: 'not_carried_out', detail: { command: request.id } } },
      course: core.course(request.state, prepared),
      rules: prepared.procedure.version,
    }
  }
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
