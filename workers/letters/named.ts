import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import type { ToldPerson } from '../../domain/letters/facts.js'
import { isNamed } from '../../domain/sight/entry.js'
import { standings } from './standing.js'

/** Whether the reader of a letter may know who somebody is that it tells of. */
export type IsNamed = (told: ToldPerson) => boolean

/** Finds it for the letters of one look: those who decide together or blind stand before the place without a name (8.12). */
export const namers = (db: Kysely<Database>): ((letter: OutgoingLetter) => Promise<IsNamed>) => {
  const standingOf = standings(db)
  return async (letter) => {
    if (letter.facts.voided?.decidedBy === undefined) return () => true
    const standing = await standingOf(letter)
    if (standing === undefined) return () => false
    const eyes = await standing.eyes()
    return ({ person, role = null }) => isNamed({ person, role }, eyes)
  }
}
