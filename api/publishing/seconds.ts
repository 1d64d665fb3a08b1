import type { ProgrammeId } from '../../domain/ids.js'
import { seatsInRole } from '../../db/reads/people.js'
import type { WaitingProposal } from '../../db/reads/proposals.js'
import type { Role } from '../../domain/role.js'
import { isInForce } from '../../domain/state.js'
import type { AskingParts } from '../parts.js'

/** Who holds the seats by which something is confirmed. */
export interface Seconds {
  readonly administrators: readonly string[]
  readonly directors: readonly string[]
  readonly auditors: readonly string[]
}

/** The holders in force now, of seats for the whole programme. */
export const seconds = async ({ db, clock }: AskingParts, programme: ProgrammeId): Promise<Seconds> => {
  const now = clock().toISOString()
  const holdersOf = async (role: Role) =>
    (await seatsInRole(db, { programme, role, base: null }))
      .filter(({ mandate }) => isInForce(mandate, now))
      .map((holder) => holder.person)
  const [administrators, directors, auditors] = [await holdersOf('AD'), await holdersOf('PD'), await holdersOf('AU')]
  return { administrators, directors, auditors }
}

/** As the judge has it: never who proposed it nor who gets a seat by it; rules by administrators alone (SD9, SD10). */
export const mayConfirm = (
  { administrators, directors, auditors }: Seconds,
  { kind, proposedBy, people }: WaitingProposal,
): string[] => {
  const barred = [proposedBy, ...people, ...(kind === 'seats' ? auditors : [])]
  const seated = kind === 'rules' ? administrators : [...administrators, ...directors]
  return [...new Set(seated)].filter((person) => !barred.includes(person)).sort()
}
