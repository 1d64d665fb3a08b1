import type { Kysely } from 'kysely'
import { entryText } from '../../db/ledger.js'
import { inclusionProofs } from '../../db/log/proofs.js'
import { erasuresOf, textsOf } from '../../db/reads/evidence.js'
import type { PlacedEntry } from '../../db/reads/evidence.js'
import type { Database } from '../../db/schema.js'
import { lines } from './lines.js'

interface Telling {
  readonly streams: readonly string[]
  readonly entries: readonly PlacedEntry[]
  readonly size: number
}

/**
 * `texts.ndjson`: what people wrote, as far as entries name it; what came with a refused attempt is named by none, and belongs
 * to no record. `erasures.ndjson`: where words are gone, the entry of another stream by which their author was erased, with the
 * proof that it is in the log; an entry of the file itself needs none.
 */
export async function textFiles(
  db: Kysely<Database>,
  { streams, entries, size }: Telling,
): Promise<readonly (readonly [string, string])[]> {
  const named = new Set(entries.flatMap(({ payload }) => textsIn(payload)))
  const texts = (await textsOf(db, streams)).filter(({ id }) => named.has(id))
  const people = [...new Set(texts.flatMap(({ author, body }) => (body === null ? [author] : [])))]
  const elsewhere = (await erasuresOf(db, { people, size })).filter(({ stream }) => !streams.includes(stream))
  const proofs = await inclusionProofs(db, { indexes: elsewhere.map(({ index }) => index), size }).catch(() => [])
  const erasures = elsewhere.map((entry, at) => ({
    index: entry.index,
    path: proofs[at]?.path,
    entry: entryText(entry),
  }))
  return [
    ['texts.ndjson', lines(texts)],
    ['erasures.ndjson', lines(erasures)],
  ]
}

/** The ids of the texts that stand anywhere in a payload: whatever has an id and a hash is one. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(textsIn)
  return 'id' in value && 'hash' in value && typeof value.id === 'string' ? [value.id, ...inside] : inside
}
