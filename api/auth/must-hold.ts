import { mandatesOf } from '../../db/reads/people.js'
import type { Role } from '../../domain/role.js'
import { programmeOfBase, type PersonId, type ProgrammeId } from '../../domain/ids.js'
import { recordReaders, witnessReaders } from '../../domain/sight/seen-as.js'
import { isInForce } from '../../domain/state.js'
import type { ApiParts, AskingParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { seatsInForce, sightOf } from './sight.js'

interface Asked {
  readonly person: PersonId
  readonly programme: ProgrammeId
  readonly roles: readonly Role[]
}

/** The programmes for which somebody holds one of some roles now, by a seat of his or her own. */
export const programmesHeld = async (
  { db, clock }: AskingParts,
  { roles, ...of }: Omit<Asked, 'programme'> & { readonly programme?: ProgrammeId },
): Promise<readonly string[]> => {
  const now = clock().toISOString()
  return (await mandatesOf(db, of))
    .filter((one) => roles.includes(one.role) && one.delegation === undefined && isInForce(one, now))
    .map(({ programme }) => programme)
}

/** Refuses whoever holds none of these roles for the programme now, by a seat of his or her own. */
export const mustHold = async (parts: ApiParts, { person, programme, roles }: Asked): Promise<void> => {
  if ((await programmesHeld(parts, { person, programme, roles })).length > 0) return
  throw notHeld({ programme, roles })
}

/** Refuses whoever sits in none of these roles for the programme now; a lent seat is one to act by. */
export const mustActAs = async (parts: ApiParts, { person, programme, roles }: Asked): Promise<void> => {
  const seats = await seatsInForce(parts, person)
  if (!seats.some((one) => one.programme === programme && roles.includes(one.role))) throw notHeld({ programme, roles })
}

/** The one "no" to whoever lacks a role in a programme. */
export const notHeld = ({ programme, roles }: Omit<Asked, 'person'>): ProblemError =>
  new ProblemError({ code: 'not_permitted', detail: { roles, programme } })

/** Refuses whoever may not take the record of a base or a programme as a file. */
export const mustSeeRecord = async (
  parts: ApiParts,
  { person, of }: { person: PersonId; of: string },
): Promise<void> => {
  const sight = await sightOf(parts, person)
  if (sight.seenAs({ kind: 'record', of }) === 'whole') return
  throw new ProblemError({ code: 'not_permitted', detail: { roles: recordReaders, programme: programmeOfBase(of) } })
}

/** Refuses whoever does not hear whether the two witnesses of a programme say the same. */
export const mustSeeWitnesses = async (
  parts: ApiParts,
  { person, of }: { person: PersonId; of: string },
): Promise<void> => {
  const sight = await sightOf(parts, person)
  if (sight.seenAs({ kind: 'witnesses', of }) === 'whole') return
  throw new ProblemError({ code: 'not_permitted', detail: { roles: witnessReaders, programme: programmeOfBase(of) } })
}
