import { mandatesOf } from '../../db/reads/people.js'
import type { Role } from '../../domain/role.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'

/** Who answers for the record and who examines it: to them it is shown whole, confidential papers too. */
export const recordHolders: readonly Role[] = ['AU', 'PM', 'PD', 'AD']

/** Refuses whoever holds none of these roles in a programme. */
export const mustHold = async (
  { db }: ApiParts,
  { person, programme, roles }: { person: string; programme: string; roles: readonly Role[] },
): Promise<void> => {
  const held = await mandatesOf(db, { person, programme })
  if (held.some(({ role }) => roles.includes(role))) return
  throw new ProblemError({
    code: 'not_permitted',
    detail: { needs: `a mandate as ${roles.join(', ')} of ${programme}` },
  })
}
