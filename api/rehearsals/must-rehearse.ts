import type { PersonId } from '../../domain/ids.js'
import { seatsInForce } from '../auth/sight.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { programmePlace } from '../programme-place.js'
import { rehearsers } from '../read-routes.js'

/** Whether somebody holds a seat that moves the time of rehearsals, as his or her own, in a programme that is no rehearsal itself. */
export const mayRehearse = async (parts: ApiParts, person: PersonId): Promise<boolean> => {
  const seats = (await seatsInForce(parts, person)).filter(
    ({ role, base, delegation }) => rehearsers.includes(role) && base === undefined && delegation === undefined,
  )
  const places = await Promise.all(seats.map(({ programme }) => programmePlace(parts, programme)))
  return places.some(({ rehearsal }) => !rehearsal)
}

/** Refuses whoever may not. */
export const mustRehearse = async (parts: ApiParts, person: PersonId): Promise<void> => {
  if (!(await mayRehearse(parts, person)))
    throw new ProblemError({ code: 'not_permitted', detail: { roles: rehearsers, of: 'no_rehearsal' } })
}
