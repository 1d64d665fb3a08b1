import type { PersonId, ProgrammeId } from '../../domain/ids.js'
import { readActor, readHeld } from '../../db/reads/actors.js'
import type { Actor } from '../../domain/values/actor.js'
import type { HeldMandate } from '../../domain/values/mandate.js'
import { defined } from '../../domain/values/defined.js'
import type { AskingParts } from '../parts.js'

/** Who acts, with all that the core judges it by. */
export const actorOf = (
  { db }: AskingParts,
  {
    factor,
    ...asked
  }: { person: PersonId; programme: ProgrammeId; channel: Actor['channel']; factor?: Actor['factor'] | undefined },
): Promise<Actor> => readActor(db, asked).then((actor) => ({ ...actor, ...defined({ factor }) }))

/** The mandates of a person in a programme, as the core reads them. */
export const heldBy = (
  { db }: AskingParts,
  of: { person: PersonId; programme: ProgrammeId },
): Promise<readonly HeldMandate[]> => readHeld(db, of)
