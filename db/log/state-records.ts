import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import { canonicalText } from '../ledger.js'
import type { Database } from '../schema.js'
import type { CheckpointRecordTable } from '../schema/checkpoint-tables.js'

type Db = Kysely<Database>
type Stated = Pick<Selectable<CheckpointRecordTable>, 'kind' | 'subject' | 'record'>

/**
 * What a checkpoint vouches for besides the entries, a line each, sorted: where each stream ended, which rules there
 * were, and which histories had been sealed. With it the evidence of one base shows that nothing was left off its end.
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
  const changed = (await stateNow(db)).filter((one) => known.get(nameOf(one)) !== one.record)
  for (let at = 0; at < changed.length; at += 1_000) {
    const some = changed.slice(at, at + 1_000).map((one) => ({ ...one, first_size: size }))
    await db.insertInto('checkpoint_record').values(some).execute()
  }
  for (const one of changed) known.set(nameOf(one), one.record)
  return [...known.values()].toSorted()
}

const nameOf = ({ kind, subject }: Stated): string => `${kind} ${subject}`

async function stateNow(db: Db): Promise<readonly Stated[]> {
  const [heads, procedures, histories] = [
    await placedHeads(db),
    await db.selectFrom('procedure').select(['id', 'version', 'body']).execute(),
    await db.selectFrom('sealed_history').select(['stream', 'run', 'sha256']).execute(),
  ]
  return [
    ...heads.map(({ stream, seq, hash }) => stated('stream', { subject: stream, what: `${seq} ${hash}` })),
    ...procedures.map(({ id, version, body }) =>
      stated('procedure', { subject: `${id}@${version}`, what: sha256(canonicalText(body)) }),
    ),
    ...histories.map(({ stream, run, sha256: hash }) => stated('history', { subject: `${stream} ${run}`, what: hash })),
  ]
}

const stated = (kind: Stated['kind'], { subject, what }: { subject: string; what: string }): Stated => ({
  ...{ kind, subject, record: `${kind} ${subject} ${what}` },
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
