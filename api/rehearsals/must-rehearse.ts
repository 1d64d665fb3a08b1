import type { Role } from '../../domain/role.js'
import { seatsInForce } from '../auth/sight.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { programmePlace } from '../programme-place.js'

/** Who runs a programme or keeps its house: a rehearsal takes time of the same servers. */
const rehearsers: readonly Role[] = ['PM', 'PD', 'AD']

/** Refuses whoever holds none of these seats, as his or her own, in a programme that is no rehearsal itself. */
export const mustRehearse = async (parts: ApiParts, person: string): Promise<void> => {
  const seats = (await seatsInForce(parts, person)).filter(
    ({ role, base, delegation }) => rehearsers.includes(role) && base === undefined && delegation === undefined,
  )
  const places = await Promise.all(seats.map(({ programme }) => programmePlace(parts, programme)))
  if (places.some(({ rehearsal }) => !rehearsal)) return
  throw new ProblemError({ code: 'not_permitted', detail: { roles: rehearsers, of: 'no_rehearsal' } })
}
