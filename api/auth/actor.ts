import type { Actor, HeldMandate } from '../../domain/command.js'
import { mandatesOf } from '../../db/reads/people.js'
import type { ApiParts } from '../parts.js'

/**
 * Who acts, with every mandate the person holds in a programme, and those of whom the person stands in for; the core judges
 * which of them is in force, fits or forbids.
 */
export const actorOf = async (
  parts: ApiParts,
  { person, programme, channel }: { person: string; programme: string; channel: Actor['channel'] },
): Promise<Actor> => {
  const mandates = await heldBy(parts, { person, programme })
  const delegators = [...new Set(mandates.flatMap(({ delegation }) => (delegation ? [delegation.delegator] : [])))]
  if (delegators.length === 0) return { person, channel, mandates }
  const theirs = await Promise.all(
    delegators.map(async (delegator) => [delegator, await heldBy(parts, { person: delegator, programme })] as const),
  )
  return { person, channel, mandates, delegators: Object.fromEntries(theirs) }
}

/** The mandates of a person in a programme, as the core reads them. */
export const heldBy = async (
  { db }: ApiParts,
  of: { person: string; programme: string },
): Promise<readonly HeldMandate[]> =>
  (await mandatesOf(db, of)).map(({ programme: _, ...mandate }): HeldMandate => mandate)
