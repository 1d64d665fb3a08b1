import type { Kysely } from 'kysely'
import type { PlacedEntry } from '../../db/reads/evidence.js'
import { readVersion } from '../../db/reads/negotiated-texts.js'
import type { Database } from '../../db/schema.js'
import { BrokenSeal } from '../../db/seals/cipher.js'
import { hashedText } from '../../documents/hash-of-text.js'
import { lines } from './lines.js'

/**
 * `text-versions.ndjson`: each version of a text that both sides made, once for its base and hash, as its hash is made of it. One that
 * cannot be read has no body: no entry says that a version was taken away, so the evidence tells it. A database or a key out of reach is no
 * such thing: it fails the request, and tells of nobody.
 */
export async function versionLines(db: Kysely<Database>, entries: readonly PlacedEntry[]): Promise<string> {
  const handed = new Map(
    entries.flatMap(({ stream: base, payload }) =>
      payload.type === 'text_handed_over' ? [[`${base} ${payload.hash}`, { base, hash: payload.hash }] as const] : [],
    ),
  )
  const found: object[] = []
  for (const one of handed.values()) {
    const content = await readVersion(db, one).catch(unreadable)
    found.push({ ...one, body: content === undefined ? null : hashedText(content) })
  }
  return lines(found)
}

/** What was kept is broken or no JSON; everything else is no word about what was kept. */
const unreadable = (error: unknown): undefined => {
  if (error instanceof BrokenSeal || error instanceof SyntaxError) return undefined
  throw error
}
