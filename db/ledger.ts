import { createHash } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { Sha256 } from '../domain/ids.js'
import type { Database } from './schema.js'
import type { LedgerEntryTable } from './schema/ledger-tables.js'
import { defined } from '../domain/values/defined.js'
import { canonicalText } from './canonical-text.js'

export type LedgerEntry = Selectable<LedgerEntryTable>

/** What the first entry of a stream names as the hash before it. */
export const noHash: Sha256 = '0'.repeat(64)

/** Of what an entry's hash is made. */
type HashedFields = Omit<LedgerEntry, 'hash' | 'canonical' | 'seal'>

/** SHA-256, in hex, over the canonical JSON of all of an entry's own fields with the hash of the entry before it. */
export const entryHash = (entry: HashedFields): Sha256 => hashOf(entryText(entry))

/** The canonical text of an entry, of which its hash is the hash. */
export const entryText = (entry: HashedFields): string => textAround(entry, canonicalText(entry.payload))

const hashOf = (text: string): Sha256 => createHash('sha256').update(text).digest('hex')

/** The fields of an entry are scalars and stand here in their order, so that its payload is put into its text once and no more. */
const textAround = (entry: Omit<HashedFields, 'payload'>, payload: string): string => {
  const before = JSON.stringify({
    actor: entry.actor,
    channel: entry.channel,
    commandId: entry.command_id,
    effectiveOn: entry.effective_on,
    occurredAt: entry.occurred_at,
    onBehalfOf: entry.on_behalf_of,
  })
  const after = JSON.stringify({
    prevHash: entry.prev_hash,
    recordedAt: entry.recorded_at,
    role: entry.role,
    rulesVersion: entry.rules_version,
    schemaVersion: entry.schema_version,
    seq: entry.seq,
    stream: entry.stream,
    type: entry.type,
    workflowRun: entry.workflow_run,
  })
  return `${before.slice(0, -1)},"payload":${payload},${after.slice(1)}`
}

/** What does not fit in an entry by itself: its text is not that of its payload, or it has another hash. undefined: it is sound. */
export const unsoundIn = (entry: LedgerEntry): 'changed_text' | 'changed_entry' | undefined => {
  const payload = canonicalText(entry.payload)
  if (payload !== entry.canonical) return 'changed_text'
  return hashOf(textAround(entry, payload)) === entry.hash ? undefined : 'changed_entry'
}

/** A place in a stream: so many entries, the last of them with this hash. */
export interface Head {
  readonly seq: number
  readonly hash: Sha256
}

export type StreamVerdict =
  | { readonly sound: true; readonly head: Head }
  | {
      readonly sound: false
      /** The first entry that does not fit. */
      readonly seq: number
      readonly fault: 'missing_entry' | 'broken_link' | 'other_head' | Exclude<ReturnType<typeof unsoundIn>, undefined>
    }

/**
 * Whether entries, in order, continue the chain from `after` without a gap or a change, and end at `head` when one is
 * given. Only a head kept elsewhere (a letter, a paper, a checkpoint) can show that the tail was cut or rewritten.
 */
export function verifyChain(
  entries: readonly LedgerEntry[],
  { after = { seq: 0, hash: noHash }, head }: { after?: Head; head?: Head } = {},
): StreamVerdict {
  let last = after
  for (const entry of entries) {
    const fault = faultOf(entry, last)
    if (fault !== undefined) return { sound: false, seq: last.seq + 1, fault }
    last = { seq: entry.seq, hash: entry.hash }
    if (head?.seq === last.seq && head.hash !== last.hash) return { sound: false, seq: last.seq, fault: 'other_head' }
  }
  if (head !== undefined && head.seq > last.seq) return { sound: false, seq: last.seq + 1, fault: 'missing_entry' }
  return { sound: true, head: last }
}

const faultOf = (entry: LedgerEntry, last: Head): Extract<StreamVerdict, { sound: false }>['fault'] | undefined => {
  if (entry.seq !== last.seq + 1) return 'missing_entry'
  if (entry.prev_hash !== last.hash) return 'broken_link'
  return unsoundIn(entry)
}

/**
 * Verifies a whole stream as stored, a page at a time, against its own head row and against `head` when one is given.
 */
export async function verifyStream(
  db: Kysely<Database>,
  { stream, head }: { stream: string; head?: Head },
): Promise<StreamVerdict> {
  const own = await db.selectFrom('ledger_head').select(['seq', 'hash']).where('stream', '=', stream).executeTakeFirst()
  let after: Head = { seq: 0, hash: noHash }
  for (;;) {
    const page = await pageAfter(db, { stream, seq: after.seq })
    const verdict = verifyChain(page, {
      after,
      ...defined({
        head: head !== undefined && head.seq > after.seq && head.seq <= after.seq + page.length ? head : undefined,
      }),
    })
    if (!verdict.sound) return verdict
    if (page.length < pageSize) return verifyEnd(verdict.head, [own, head])
    after = verdict.head
  }
}

const pageSize = 500

const pageAfter = (db: Kysely<Database>, { stream, seq }: { stream: string; seq: number }): Promise<LedgerEntry[]> =>
  db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('stream', '=', stream)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(pageSize)
    .execute()

const verifyEnd = (end: Head, known: readonly (Head | undefined)[]): StreamVerdict => {
  for (const head of known) {
    if (head === undefined) continue
    if (head.seq > end.seq) return { sound: false, seq: end.seq + 1, fault: 'missing_entry' }
    if (head.seq === end.seq && head.hash !== end.hash) return { sound: false, seq: end.seq, fault: 'other_head' }
  }
  return { sound: true, head: end }
}
