import type { Kysely } from 'kysely'
import type { RunFacts } from '../../domain/witness/run-facts.js'
import type { KeptCommand, LedgerFact, Testimony } from '../../domain/witness/diverges.js'
import { at } from '../../domain/witness/facts-of.js'
import { walkRuns } from '../../domain/witness/walk-runs.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

/** How histories are read: from the server, and from the copies that were sealed before it removed them. */
export interface HistoryReaders {
  /** A run of a stream's workflow, or without `run` the latest; undefined when the server does not have it. */
  readonly fromServer: (place: {
    readonly namespace: string
    readonly stream: string
    readonly run?: string
  }) => Promise<RunFacts | undefined>
  /** A sealed copy by its fingerprint; undefined when it is damaged or gone. */
  readonly fromCopy: (copy: { readonly sha256: string; readonly run: string }) => Promise<RunFacts | undefined>
}

export interface TestimonyRequest {
  readonly stream: string
  readonly namespace: string
  readonly rehearsal: boolean
  readonly readers: HistoryReaders
}

/**
 * What both witnesses say of one stream. The histories are read first: what they hold was recorded before, so that an
 * entry can be missed only by somebody who took it away.
 */
export async function testimonyOf(
  db: Db,
  { stream, namespace, rehearsal, readers }: TestimonyRequest,
): Promise<Testimony> {
  const copies = await copiesOf(db, stream)
  const read = async (run?: string): Promise<RunFacts | undefined> => {
    const live = await readers.fromServer({ namespace, stream, ...(run === undefined ? {} : { run }) })
    const sha256 = run === undefined ? undefined : copies.get(run)
    return live ?? (run === undefined || sha256 === undefined ? undefined : await readers.fromCopy({ sha256, run }))
  }
  const { runs, lost } = await walkRuns(read, [...(await runsNamed(db, stream)), ...copies.keys()])
  return { stream, rehearsal, runs, lost, entries: await entriesOf(db, stream), commands: await commandsOf(db, stream) }
}

async function copiesOf(db: Db, stream: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('sealed_history').select(['run', 'sha256']).where('stream', '=', stream).execute()
  return new Map(rows.map(({ run, sha256 }) => [run, sha256]))
}

async function runsNamed(db: Db, stream: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('ledger_entry')
    .select('workflow_run')
    .distinct()
    .where('stream', '=', stream)
    .execute()
  return rows.map(({ workflow_run: run }) => run)
}

async function entriesOf(db: Db, stream: string): Promise<readonly LedgerFact[]> {
  const rows = await db.selectFrom('ledger_entry').selectAll().where('stream', '=', stream).orderBy('seq').execute()
  return rows.map((row) => ({
    ...{ seq: row.seq, type: row.type, payload: row.payload, channel: row.channel, occurredAt: row.occurred_at },
    ...{ actor: row.actor, onBehalfOf: row.on_behalf_of, role: row.role, commandId: row.command_id },
    run: row.workflow_run,
  }))
}

async function commandsOf(db: Db, stream: string): Promise<readonly KeptCommand[]> {
  const rows = await db
    .selectFrom('command')
    .select(['id', 'actor', 'state', 'body'])
    .where('stream', '=', stream)
    .execute()
  return rows.map(({ id, actor, state, body }) => ({ id, actor, state, command: at(body, 'command') }))
}
