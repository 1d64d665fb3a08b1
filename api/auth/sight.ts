import { interestsOf } from '../../db/reads/interests.js'
import { mandatesOf } from '../../db/reads/people.js'
import { isInForce } from '../../domain/state.js'
import { roles, type Role } from '../../domain/role.js'
import type { ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'

/** What a person may see: everything, with a mandate on the programme's side; else the bases of their own mandates. */
export interface Sight {
  readonly isStaff: boolean
  readonly bases: readonly string[]
  /** Bases in which the person has declared an interest: closed to whoever may see everything else (SD5). */
  readonly interests: readonly { readonly base: string; readonly since: string }[]
  /** Roles the person holds anywhere: who may be asked to score does not see the sheets of others before (1.8). */
  readonly roles: readonly Role[]
}

/** The sight of a person, from the own mandates that were not revoked, lent ones while they run, and declared interests. */
export const sightOf = async ({ db, clock }: ApiParts, person: string): Promise<Sight> => {
  const [held, interests] = await Promise.all([mandatesOf(db, { person }), interestsOf(db, { person })])
  const now = clock().toISOString()
  const mandates = held.filter((one) => one.delegation === undefined || isInForce(one, now))
  return {
    isStaff: mandates.some(({ role }) => roles[role].side === 'programme'),
    roles: [...new Set(mandates.map(({ role }) => role))],
    bases: [...new Set(mandates.flatMap(({ base }) => (base === undefined ? [] : [base])))].toSorted(),
    interests,
  }
}

/**
 * What the person may see. Refuses a base that is not for the person's eyes in the same words as one that does not exist,
 * and one in which the person has an interest with the reason (SD5).
 */
export const mustSeeBase = async (
  parts: ApiParts,
  { person, base }: { person: string; base: string },
): Promise<Sight> => {
  const sight = await sightOf(parts, person)
  if (!sight.isStaff && !sight.bases.includes(base)) throw notFound(`base ${base}`)
  const interest = sight.interests.find((one) => one.base === base)
  if (interest !== undefined)
    throw new ProblemError({ code: 'interest_declared', detail: { rule: 'SD5', person, since: interest.since } })
  return sight
}

/** Refuses whoever holds no mandate on the programme's side. */
export const mustBeStaff = async (parts: ApiParts, person: string): Promise<void> => {
  const { isStaff } = await sightOf(parts, person)
  if (!isStaff) throw new ProblemError({ code: 'not_permitted', detail: { needs: 'a mandate of the programme' } })
}
