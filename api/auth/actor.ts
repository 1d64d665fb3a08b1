import type { Actor, HeldMandate } from '../../domain/command.js'
import { mandatesOf } from '../../db/reads/people.js'
import type { ApiParts } from '../parts.js'

/** Who acts, with every mandate the person holds in a programme; the core judges which of them is in force and fits. */
export const actorOf = async (
  parts: ApiParts,
  { person, programme, channel }: { person: string; programme: string; channel: Actor['channel'] },
): Promise<Actor> => {
  const mandates = await mandatesOf(parts.db, { person, programme })
  return { person, channel, mandates: mandates.map(({ programme: _, ...mandate }): HeldMandate => mandate) }
}
