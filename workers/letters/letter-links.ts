import type { Kysely } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import type { Database } from '../../db/schema.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import { makeLink } from '../../db/writes/links.js'
import type { StepInLetter } from './letter-steps.js'

/**
 * Tokens for the letters that ask their readers for an act which would be taken now, by the id of the letter (0051). They are made
 * when a letter is written, which is when it leaves: a token is kept nowhere, so a letter that is tried again bears another.
 */
export const linksFor = async (
  due: readonly OutgoingLetter[],
  { db, steps }: { readonly db: Kysely<Database>; readonly steps: ReadonlyMap<string, StepInLetter> },
): Promise<ReadonlyMap<string, string>> => {
  const tokens = new Map<string, string>()
  for (const { id: letter, base, step, recipient: person, email, isElsewhere } of due) {
    const acting = steps.get(letter)?.reader.acting
    // Whoever reads an address that is not on record must not act in its reader's name.
    if (acting === undefined || step === null || email === null || isElsewhere) continue
    tokens.set(letter, await makeLink(db, { letter, person, base, step, ...acting, at: now() }))
  }
  return tokens
}
