import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { examinedTypes, type ExaminedEntry } from '../../domain/exceptions.js'
import type { Instant } from '../../domain/ids.js'
import type { Database } from '../schema.js'

export interface ExaminedRequest {
  readonly stream?: string | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  readonly programmes: readonly string[]
  readonly without: readonly string[]
  /** The place after which to go on. */
  readonly after: { readonly stream: string; readonly seq: number }
  readonly limit: number
}

/** Entries of the ledger that may be exceptions, by stream and place in it: whether they are says the domain alone. */
export async function examinedEntries(db: Kysely<Database>, asked: ExaminedRequest): Promise<readonly ExaminedEntry[]> {
  const { stream, from, to, programmes, without, after, limit } = asked
  let query = db
    .selectFrom('ledger_entry')
    .select(['stream', 'seq', 'occurred_at as at', 'payload as event'])
    .where('type', 'in', [...examinedTypes])
    .where(sql<boolean>`(stream, seq) > (${after.stream}, ${after.seq}::integer)`)
    .where(sql<boolean>`split_part(stream, '-', 1) = any(${programmes}::text[])`)
    .where(sql<boolean>`not stream = any(${without}::text[])`)
    .orderBy('stream')
    .orderBy('seq')
    .limit(limit)
  if (stream !== undefined) query = query.where('stream', '=', stream)
  if (from !== undefined) query = query.where('occurred_at', '>=', from)
  if (to !== undefined) query = query.where('occurred_at', '<=', to)
  return await query.execute()
}
