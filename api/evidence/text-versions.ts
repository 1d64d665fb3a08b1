import type { Kysely } from 'kysely'
import type { PlacedEntry } from '../../db/reads/evidence.js'
import { readVersion } from '../../db/reads/negotiated-texts.js'
import type { Database } from '../../db/schema.js'
import { hashedText } from '../../documents/hash-of-text.js'
import { lines } from './lines.js'

/**
 * `text-versions.ndjson`: each version of a text that both sides made, once for its base and hash, as its hash is made of it. One that
 * cannot be read has no body: no entry says that a version was taken away, so the evidence tells it.
 */
export async function versionLines(db: Kysely<Database>, entries: readonly PlacedEntry[]): Promise<string> {
  const handed = new Map(
    entries.flatMap(({ stream: base, payload }) =>
      payload.type === 'text_handed_over' ? [[`${base} ${payload.hash}`, { base, hash: payload.hash }] as const] : [],
    ),
  )
  const found: object[] = []
  for (const one of handed.values()) {
    const content = await readVersion(db, one).catch(() => undefined)
    found.push({ ...one, body: content === undefined ? null : hashedText(content) })
  }
  return lines(found)
}
