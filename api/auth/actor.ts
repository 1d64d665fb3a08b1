import { readActor, readHeld } from '../../db/reads/actors.js'
import type { Actor } from '../../domain/values/actor.js'
import type { HeldMandate } from '../../domain/values/mandate.js'
import type { ApiParts } from '../parts.js'

/** Who acts, with all that the core judges it by. */
export const actorOf = (
  { db }: ApiParts,
  asked: { person: string; programme: string; channel: Actor['channel'] },
): Promise<Actor> => readActor(db, asked)

/** The mandates of a person in a programme, as the core reads them. */
export const heldBy = ({ db }: ApiParts, of: { person: string; programme: string }): Promise<readonly HeldMandate[]> =>
  readHeld(db, of)
