import type { PersonId, ProgrammeId } from '../../domain/ids.js'
import { mandatesOf, programmesSatIn } from '../../db/reads/people.js'
import type { Role } from '../../domain/role.js'
import type { ApiParts, AskingParts } from '../parts.js'
import { programmePlace } from '../programme-place.js'
import { notHeld, programmesHeld } from './must-hold.js'

/** Who keeps the people of a programme. */
export const keepers: readonly Role[] = ['AD', 'PD']

interface Keeping {
  /** Who asks. */
  readonly by: string
  readonly person: PersonId
  readonly programme: ProgrammeId
}

/**
 * Refuses whoever does not keep a person: that is done in the programme named and in every programme, rehearsals left out, in which
 * the person sits; and where the person has left them all, in one of those that were left. What identifies, signs out or erases
 * somebody reaches into all of them. The words are those of the programme named, so that nobody learns from them where else the
 * person sits.
 */
export const mustKeep = async (parts: ApiParts, { by, person, programme }: Keeping): Promise<void> => {
  const [seated, held] = await Promise.all([
    realProgrammesOf(parts, person),
    programmesHeld(parts, { person: by, roles: keepers }),
  ])
  const left = seated.length > 0 ? [] : await realOnes(parts, await programmesSatIn(parts.db, { person }))
  const isHeld = (one: string): boolean => held.includes(one)
  if ([programme, ...seated].every(isHeld) && (left.length === 0 || left.some(isHeld))) return
  throw notHeld({ programme, roles: keepers })
}

/**
 * Whether a programme knows a person: one who has or had a seat in it, or who has none in any programme that is no rehearsal, as
 * whoever was only registered. Nobody learns from another programme that somebody sits elsewhere.
 */
export const isKnownIn = async (parts: ApiParts, { person, programme }: Omit<Keeping, 'by'>): Promise<boolean> => {
  const sat = await programmesSatIn(parts.db, { person })
  return sat.includes(programme) || (await realOnes(parts, sat)).length === 0
}

/** The programmes, rehearsals left out, in which a person holds a seat that has not ended: one that begins tomorrow counts today. */
export const realProgrammesOf = async (parts: AskingParts, person: PersonId): Promise<readonly string[]> => {
  const now = parts.clock().toISOString()
  const seats = (await mandatesOf(parts.db, { person })).filter(({ until }) => until === undefined || until > now)
  return await realOnes(parts, [...new Set(seats.map(({ programme }) => programme))])
}

const realOnes = async (parts: Pick<ApiParts, 'db'>, programmes: readonly string[]): Promise<readonly string[]> => {
  const places = await Promise.all(programmes.map((one) => programmePlace(parts, one)))
  return programmes.filter((_, index) => places[index]?.rehearsal === false)
}
