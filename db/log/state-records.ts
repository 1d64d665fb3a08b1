import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import { comparedRuns, comparisonHash } from '../compared-runs.js'
import { canonicalText } from '../canonical-text.js'
import { sealedHistories, unsealedHistories } from '../reads/sealed-histories.js'
import { arePutInPlace, sealsOfRules } from '../seals/rules-seal.js'
import type { Database } from '../schema.js'
import type { CheckpointRecordTable } from '../schema/checkpoint-tables.js'
import type { ProcedureTable } from '../schema/programme-tables.js'
import { beginningOfLog, chainedLogs, endOfLog, logEndIn, logEndText } from './log-chain.js'

type Db = Kysely<Database>
type Stated = Pick<Selectable<CheckpointRecordTable>, 'kind' | 'subject' | 'record'>

/**
 * What a checkpoint vouches for besides the entries, a line each, sorted: where each stream ended, which rules there
 * were, which histories had been sealed and compared, and where the logs of looks and refusals ended. With it the evidence of one base shows that nothing was left off its end.
 */
export async function stateAt(db: Db, size: number): Promise<readonly Stated[]> {
  const { rows } = await sql<Stated>`
    select distinct on (kind, subject) kind, subject, record from checkpoint_record
    where first_size <= ${size} order by kind, subject, first_size desc`.execute(db)
  return rows.toSorted((one, other) => (one.record < other.record ? -1 : 1))
}

/** Notes what has changed since the last checkpoint, for the one of `size` entries, and returns all its lines, sorted. */
export async function renewState(db: Db, size: number): Promise<readonly string[]> {
  const known = new Map((await stateAt(db, size)).map((one) => [nameOf(one), one.record]))
  const now = [...(await stateNow(db, known)), ...(await logsNow(db, known))]
  const changed = now.filter((one) => known.get(nameOf(one)) !== one.record)
  for (let at = 0; at < changed.length; at += 1_000) {
    const some = changed.slice(at, at + 1_000).map((one) => ({ ...one, first_size: size }))
    await db.insertInto('checkpoint_record').values(some).execute()
  }
  for (const one of changed) known.set(nameOf(one), one.record)
  return [...known.values()].toSorted()
}

const nameOf = ({ kind, subject }: Pick<Stated, 'kind' | 'subject'>): string => `${kind} ${subject}`

/** Rules, histories and comparisons stay as they were told once: their rows are not read again. */
async function stateNow(db: Db, known: ReadonlyMap<string, string>): Promise<readonly Stated[]> {
  const isNew = (one: Stated): boolean => !known.has(nameOf(one))
  const heads = (await placedHeads(db)).map(({ stream, seq, hash }) =>
    stated('stream', { subject: stream, what: `${seq} ${hash}` }),
  )
  const histories = (await sealedHistories(db)).map(({ stream, run, sha256: hash }) =>
    stated('history', { subject: `${stream} ${run}`, what: hash }),
  )
  const comparisons = (await comparedRuns(db)).map((one) =>
    stated('comparison', { subject: `${one.stream} ${one.run}`, what: comparisonHash(one) }),
  )
  return [...heads, ...(await newRules(db, known)).inPlace, ...histories.filter(isNew), ...comparisons.filter(isNew)]
}

/** The rules that no checkpoint told yet: those a process of the programme put in place, and the names of the others. */
async function newRules(db: Db, known: Pick<ReadonlySet<string>, 'has'>) {
  const names = await db.selectFrom('procedure').select(['id', 'version']).orderBy('id').orderBy('version').execute()
  const [inPlace, others]: [Stated[], string[]] = [[], []]
  for (const { id, version } of names) {
    const subject = `${id}@${version}`
    if (known.has(nameOf({ kind: 'procedure', subject }))) continue
    const rules = await rulesOf(db, { id, version })
    if (arePutInPlace(rules)) inPlace.push(stated('procedure', { subject, what: sha256(canonicalText(rules.body)) }))
    else others.push(subject)
  }
  return { inPlace, others }
}

/** One at a time, since nobody knows yet how large they are. */
const rulesOf = (db: Db, { id, version }: Pick<Selectable<ProcedureTable>, 'id' | 'version'>) =>
  db
    .selectFrom('procedure')
    .select(['id', 'version', 'body', 'in_force_from', sealsOfRules.as('seals')])
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()

/**
 * What lies beside the record and is under no checkpoint, since no process of the programme sealed it: rules, and histories of runs of
 * which no other one counts. Empty where nobody else has written. Whoever has just signed gives the lines of the state, so that they are not read again.
 */
export async function leftOutOfState(db: Db, lines?: readonly string[]): Promise<readonly string[]> {
  const records = lines ?? (await stateAt(db, Number.MAX_SAFE_INTEGER)).map(({ record }) => record)
  const known = new Set(records.map((record) => record.slice(0, record.lastIndexOf(' '))))
  const { others } = await newRules(db, known)
  return [...others.map((name) => `rules ${name}`), ...(await unsealedHistories(db)).map((name) => `history ${name}`)]
}

const logsNow = async (db: Db, known: ReadonlyMap<string, string>): Promise<readonly Stated[]> => {
  const ends: Stated[] = []
  for (const log of chainedLogs) {
    const before = logEndIn(known.get(nameOf({ kind: 'log', subject: log })) ?? '') ?? beginningOfLog
    const end = await endOfLog(db, { log, known: before })
    if (end.places > 0) ends.push(stated('log', { subject: log, what: logEndText(end) }))
  }
  return ends
}

const stated = (kind: Stated['kind'], { subject, what }: { subject: string; what: string }): Stated => ({
  kind,
  subject,
  record: `${kind} ${subject} ${what}`,
})

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

interface PlacedHead {
  readonly stream: string
  readonly seq: number
  readonly hash: string
}

const placedHeads = async (db: Db): Promise<readonly PlacedHead[]> => {
  const { rows } = await sql<PlacedHead>`
    select head.stream, placed.seq, entry.hash
    from ledger_head head
    join lateral (select max(seq) as seq from ledger_leaf where stream = head.stream) placed on placed.seq > 0
    join ledger_entry entry on entry.stream = head.stream and entry.seq = placed.seq`.execute(db)
  return rows
}
