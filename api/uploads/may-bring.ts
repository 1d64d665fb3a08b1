import { openStepsOf } from '../../db/reads/exhibits.js'
import { mustSeeBase, seatsInForce } from '../auth/sight.js'
import { offices, type Role } from '../../domain/role.js'
import { programmeOfBase, type BaseId, type PersonId } from '../../domain/ids.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'

/** Refuses, before a byte is read, whoever does not act on an open step of the base; the core looks again (8.12). */
export const mayBring = async (
  parts: ApiParts,
  { base, person }: { readonly base: BaseId; readonly person: PersonId },
): Promise<void> => {
  await mustSeeBase(parts, { base, person })
  const now = parts.clock().toISOString()
  const open = await openStepsOf(parts.db, { base, person, now })
  if (open.some(({ isTheirs }) => isTheirs)) return
  const seats = await seatsInForce(parts, person)
  const have = seats.map(({ role }) => role)
  const entersPaper = seats.some(({ role, programme }) => isClerk(role) && programme === programmeOfBase(base))
  if (open.length > 0 && entersPaper) return
  if (seats.some(({ role, base: own }) => own === base && mayOwe(role))) return
  throw new ProblemError({ code: 'exhibit_not_yours', detail: { steps: open.map(({ id }) => id), have } })
}

/** Whoever enters an act on paper brings what came with it (R16). */
const isClerk = (role: Role): boolean => offices.handlesPaper.includes(role)

/** Whoever may have to meet a condition brings what shows it; whether there is one, the core knows (8.16). */
const mayOwe = (role: Role): boolean => Object.values(offices.meetsConditions).some((those) => those.includes(role))
