import type { BaseId, ProgrammeId } from '../../domain/ids.js'
import { seatsInRole } from '../../db/reads/people.js'
import { roleCodes, roles, type Role } from '../../domain/role.js'
import { isInForce } from '../../domain/state.js'
import type { ApiParts } from '../parts.js'

/**
 * Roles of the place that nobody holds for a base. Its seats are given for one base alone: whoever held one for the former base
 * holds none for the new one (4).
 */
export const seatsMissing = async (
  parts: Pick<ApiParts, 'db' | 'clock'>,
  { programme, base }: { readonly programme: ProgrammeId; readonly base: BaseId },
): Promise<readonly Role[]> => {
  const now = parts.clock().toISOString()
  const missing: Role[] = []
  for (const role of roleCodes.filter((one) => roles[one].side === 'partner')) {
    const held = await seatsInRole(parts.db, { programme, role, base })
    if (!held.some(({ mandate }) => isInForce(mandate, now))) missing.push(role)
  }
  return missing
}
