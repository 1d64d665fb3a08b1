import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import type { Sha256 } from '../../domain/ids.js'
import { canonicalText } from '../canonical-text.js'
import type { Database } from '../schema.js'

/** Keeps rules, or what they change, as canonical text under its SHA-256, which is what travels. The same text is kept once. */
export const keepRulesText = async (db: Kysely<Database>, value: unknown): Promise<Sha256> => {
  const text = canonicalText(value)
  const hash = createHash('sha256').update(text).digest('hex')
  await db
    .insertInto('rules_text')
    .values({ hash, text, kept_at: now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return hash
}
