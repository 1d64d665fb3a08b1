import { mandatesOf } from '../../db/reads/people.js'
import { roles, type Role } from '../../domain/role.js'
import type { ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'

/** What a person may see: everything, with a mandate on the programme's side; else the bases of their own mandates. */
export interface Sight {
  readonly isStaff: boolean
  readonly bases: readonly string[]
  /** Roles the person holds anywhere: who may be asked to score does not see the sheets of others before (1.8). */
  readonly roles: readonly Role[]
}

/** The sight of a person, from the mandates that were not revoked. */
export const sightOf = async ({ db }: ApiParts, person: string): Promise<Sight> => {
  const mandates = await mandatesOf(db, { person })
  return {
    isStaff: mandates.some(({ role }) => roles[role].side === 'programme'),
    roles: [...new Set(mandates.map(({ role }) => role))],
    bases: [...new Set(mandates.flatMap(({ base }) => (base === undefined ? [] : [base])))].toSorted(),
  }
}

/** What the person may see, or a refusal of a base that is not for the person's eyes in the same words as one that does not exist. */
export const mustSeeBase = async (
  parts: ApiParts,
  { person, base }: { person: string; base: string },
): Promise<Sight> => {
  const sight = await sightOf(parts, person)
  if (!sight.isStaff && !sight.bases.includes(base)) throw notFound(`base ${base}`)
  return sight
}

/** Refuses whoever holds no mandate on the programme's side. */
export const mustBeStaff = async (parts: ApiParts, person: string): Promise<void> => {
  const { isStaff } = await sightOf(parts, person)
  if (!isStaff) throw new ProblemError({ code: 'not_permitted', detail: { needs: 'a mandate of the programme' } })
}
