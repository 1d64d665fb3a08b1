import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely'
import type { QueryResult, RawBuilder } from 'kysely'
import type { RecordRequest, RecordResult } from '../../domain/record.js'
import { fitOneRound, isWhole, partsOf } from './change.js'
import { noted, wasAnswered } from './command-note.js'
import { byStep, holdersOfOpened, withHolders } from './holders.js'
import type { HeldStep } from './holders.js'
import { kept } from '../kept-statements.js'
import type { Head } from '../ledger.js'
import { fitsOneLook } from './look.js'
import { atMilliseconds, drawUp, programmeOf, recordedAs, recordStepwise } from './record-entries.js'
import type { Drawn } from './record-entries.js'
import type { Database } from '../schema.js'
import { firstUngranted } from '../seals/seat-seal.js'
import { seatInForce } from '../seats.js'

export type Recorder = (request: RecordRequest) => Promise<RecordResult>

/** As many streams' heads as a process remembers; a forgotten one costs its next command three round trips more. */
const remembered = 2_000

/**
 * Records as `recordEntries` does, and in the common case with one statement and one round trip: where this process wrote
 * the last entry of the stream itself, it knows the hash to chain to, and looks, tests and writes together. That what it
 * knows still holds is a condition of the statement; where it does not, nothing is written and the command is recorded
 * step by step.
 */
export const createRecorder = (db: Kysely<Database>): Recorder => {
  const heads = new Map<string, Head>()
  const seats = grantedSeats(db)
  const remember = (stream: string, head: Head): void => {
    heads.delete(stream)
    heads.set(stream, head)
    const [oldest] = heads.keys()
    if (heads.size > remembered && oldest !== undefined) heads.delete(oldest)
  }
  return async (request) => {
    const { stream } = request
    const known = heads.get(stream)
    heads.delete(stream)
    const drawn = known && draw(request, known)
    if (known !== undefined && drawn !== undefined && (await seats.areGranted(request))) {
      const result = await writeAtOnce(db, { request, known, drawn })
      if (result !== undefined) {
        remember(stream, drawn.head)
        return result
      }
    }
    return await recordStepwise(db, { request, wrote: (head) => remember(stream, head) })
  }
}

/**
 * The mandates this process has seen to be granted. A row of `mandate` stays what it was, but that it is taken back, which is
 * a condition of each statement; so its seal is looked at once.
 */
const grantedSeats = (db: Kysely<Database>) => {
  const granted = new Set<string>()
  const areGranted = async (request: RecordRequest): Promise<boolean> => {
    const unseen = mandatesIn(request).filter((mandate) => !granted.has(mandate))
    if (unseen.length === 0) return true
    if ((await firstUngranted(db, unseen)) !== undefined) return false
    if (granted.size > remembered) granted.clear()
    for (const mandate of unseen) granted.add(mandate)
    return true
  }
  return { areGranted }
}

const mandatesIn = ({ claims }: RecordRequest): readonly string[] => [
  ...new Set(claims.flatMap((claim) => (claim.claim === 'mandate' ? [claim.mandate] : []))),
]

/** What one statement can write behind a known head; undefined where it takes more than one, or another head is meant. */
const draw = (request: RecordRequest, head: Head): Drawn | undefined => {
  if (!fitsOneLook(request) || head.seq !== request.expectedHead) return undefined
  const drawn = drawUp(paper, { ...atMilliseconds(request), head })
  return drawn !== undefined && drawn.last === undefined && fitOneRound(drawn.changes) ? drawn : undefined
}

/** A transaction on paper: statements are built with it and none is ever run. */
const paper = await new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})
  .startTransaction()
  .execute()

interface AtOnce {
  readonly request: RecordRequest
  readonly known: Head
  readonly drawn: Drawn
}

/** The answer when all of it was written; undefined: something stood in the way, and nothing was. */
async function writeAtOnce(db: Kysely<Database>, { request, known, drawn }: AtOnce): Promise<RecordResult | undefined> {
  const { stream, commandId, occurredAt } = request
  const mandates = mandatesIn(request)
  const { head } = drawn
  const changes = drawn.changes.filter(({ row }) => row !== 'head')
  const opened = holdersOfOpened(request, programmeOf(request))
  // The cast fails where the head has not moved, and with it the whole statement: a part alone cannot be written.
  const statement = sql<{ held: readonly HeldStep[] }>`${kept} with held as (
      select id from mandate where id = any(${mandates}) and ${seatInForce('mandate', occurredAt)}
      for share
    ), ${noted(commandId)}, moved as (
      update ledger_head set seq = ${head.seq}, hash = ${head.hash}
      where stream = ${stream} and seq = ${known.seq} and hash = ${known.hash}
        and not exists (select from ledger_entry where command_id = ${commandId}) and not ${wasAnswered}
        and (select count(*) from held) = ${mandates.length}
      returning seq
    ), ${partsOf(changes)}
    select case when exists (select from moved) and ${isWhole(changes)} then true
      else (${overtaken} || (select count(*) from moved))::boolean end${opened === undefined ? sql`` : heldAs(opened)}`
  const rows = await rowsUnlessOvertaken(statement.execute(db))
  if (rows === undefined) return undefined
  const result = recordedAs(drawn)
  if (opened === undefined) return await withHolders(db, { request, result })
  return { ...result, holders: byStep(rows.flatMap(({ held }) => held)) }
}

const rowsUnlessOvertaken = async <R>(execution: Promise<QueryResult<R>>): Promise<readonly R[] | undefined> => {
  try {
    return (await execution).rows
  } catch (error) {
    if (isOvertaken(error)) return undefined
    throw error
  }
}

const heldAs = (steps: RawBuilder<HeldStep>): RawBuilder<unknown> =>
  sql`, (select coalesce(jsonb_agg(one), '[]') from (${steps}) as one) as held`

const overtaken = 'not written, because the ledger, the command or a mandate is not what it was: '

/** Of two that write the same place in a stream, the later may also be stopped by the place being taken (class 23). */
const isOvertaken = (error: unknown): boolean =>
  error instanceof Error &&
  (error.message.includes(overtaken) || ('code' in error && String(error.code).startsWith('23')))
