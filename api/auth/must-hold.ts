import { mandatesOf } from '../../db/reads/people.js'
import type { Role } from '../../domain/role.js'
import { isInForce } from '../../domain/state.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'

/** Who answers for the record and who examines it: to them it is shown whole, confidential papers too. */
export const recordHolders: readonly Role[] = ['AU', 'PM', 'PD', 'AD']

/** Refuses whoever holds none of these roles for the programme now, by a seat of his or her own. */
export const mustHold = async (
  { db, clock }: ApiParts,
  { person, programme, roles }: { person: string; programme: string; roles: readonly Role[] },
): Promise<void> => {
  const now = clock().toISOString()
  const held = await mandatesOf(db, { person, programme })
  if (held.some((one) => roles.includes(one.role) && one.delegation === undefined && isInForce(one, now))) return
  const needs = `a mandate as ${roles.join(', ')} of ${programme}`
  throw new ProblemError({ code: 'not_permitted', detail: { needs } })
}
