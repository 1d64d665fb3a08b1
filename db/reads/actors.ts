import type { PersonId, ProgrammeId } from '../../domain/ids.js'
import type { Kysely } from 'kysely'
import type { Actor } from '../../domain/values/actor.js'
import type { HeldMandate } from '../../domain/values/mandate.js'
import type { Database } from '../schema.js'
import { mandatesOf } from './people.js'

type Db = Kysely<Database>

/**
 * Who acts, with every mandate the person holds in a programme, and those of whom the person stands in for; the core judges
 * which of them is in force, fits or forbids.
 */
export const readActor = async (
  db: Db,
  { person, programme, channel }: { person: PersonId; programme: ProgrammeId; channel: Actor['channel'] },
): Promise<Actor> => {
  const mandates = await readHeld(db, { person, programme })
  const delegators = [...new Set(mandates.flatMap(({ delegation }) => (delegation ? [delegation.delegator] : [])))]
  if (delegators.length === 0) return { person, channel, mandates }
  const theirs = await Promise.all(
    delegators.map(async (delegator) => [delegator, await readHeld(db, { person: delegator, programme })] as const),
  )
  return { person, channel, mandates, delegators: Object.fromEntries(theirs) }
}

/** The mandates of a person in a programme, or in all of them, as the core reads them. */
export const readHeld = async (
  db: Db,
  of: { readonly person: PersonId; readonly programme?: ProgrammeId },
): Promise<readonly HeldMandate[]> =>
  (await mandatesOf(db, of)).map(({ programme: _, ...mandate }): HeldMandate => mandate)
