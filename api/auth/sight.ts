import { interestsOf } from '../../db/reads/interests.js'
import { mandatesOf } from '../../db/reads/people.js'
import type { PersonMandate } from '../../db/reads/people.js'
import { programmeOfBase } from '../../domain/ids.js'
import { isInForce } from '../../domain/state.js'
import { roles, type Role } from '../../domain/role.js'
import type { ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { programmePlace } from '../programme-place.js'

/** What a person may see: all bases of the programmes of the own seats on their side, and the bases of all other seats. */
export interface Sight {
  readonly programmes: readonly string[]
  readonly bases: readonly string[]
  /** Bases in which the person has declared an interest: closed to whoever may see everything else (SD5). */
  readonly interests: readonly { readonly base: string; readonly since: string }[]
  /** Roles the person holds anywhere: who may be asked to score does not see the sheets of others before (1.8). */
  readonly roles: readonly Role[]
}

/** The sight of a person on one base. */
export interface SightOfBase extends Sight {
  /** Seen from the programme's side, where everything is shown; else from the place's. */
  readonly isStaff: boolean
}

type InForce = readonly PersonMandate[]

/** The mandates that are in force by the clock of the edge: one that ended, was revoked or has not begun gives nothing. */
export const seatsInForce = async ({ db, clock }: Pick<ApiParts, 'db' | 'clock'>, person: string): Promise<InForce> => {
  const now = clock().toISOString()
  return (await mandatesOf(db, { person })).filter((one) => isInForce(one, now))
}

/** The sight of a person, from the mandates in force, lent ones too, and from declared interests. */
export const sightOf = async (parts: ApiParts, person: string): Promise<Sight> => (await lookOf(parts, person)).sight

const lookOf = async (parts: ApiParts, person: string): Promise<{ readonly sight: Sight; readonly seats: InForce }> => {
  const [seats, interests] = await Promise.all([seatsInForce(parts, person), interestsOf(parts.db, { person })])
  const overall = seats.filter((one) => isOfProgramme(one) && one.base === undefined)
  const sight = {
    programmes: sortedOnce(overall.map(({ programme }) => programme)),
    bases: sortedOnce(seats.flatMap(({ base }) => (base === undefined ? [] : [base]))),
    interests,
    roles: sortedOnce(seats.map(({ role }) => role)),
  }
  return { sight, seats }
}

const isOfProgramme = ({ role }: PersonMandate): boolean => roles[role].side === 'programme'

const sortedOnce = <T extends string>(words: readonly T[]): readonly T[] => [...new Set(words)].toSorted()

/**
 * What the person may see of a base. Refuses a base that is not for the person's eyes in the same words as one that does
 * not exist, and one in which the person has an interest with the reason (SD5).
 */
export const mustSeeBase = async (
  parts: ApiParts,
  { person, base }: { person: string; base: string },
): Promise<SightOfBase> => {
  const { sight, seats } = await lookOf(parts, person)
  const own = seats.filter((one) => one.base === base)
  const isOverall = sight.programmes.includes(programmeOfBase(base))
  if (!isOverall && own.length === 0) throw notFound(`base ${base}`)
  const interest = sight.interests.find((one) => one.base === base)
  if (interest !== undefined)
    throw new ProblemError({ code: 'interest_declared', detail: { rule: 'SD5', person, since: interest.since } })
  return { ...sight, isStaff: isOverall || own.some(isOfProgramme) }
}

/** Which bases a list shows somebody. */
export const seenBy = ({ programmes, bases, interests }: Sight) => ({
  among: { programmes, bases },
  without: interests.map(({ base }) => base),
})

/** Whether nothing keeps a person from seeing all that is noted of a base or of a programme. */
export const seesStream = ({ programmes, interests }: Sight, stream: string): boolean =>
  programmes.includes(programmeOfBase(stream)) && !interests.some(({ base }) => base === stream)

/** Refuses whoever holds no seat on the side of this programme; that there is none of that id is no secret and said to all. */
export const mustBeStaff = async (
  parts: ApiParts,
  { person, programme }: { person: string; programme: string },
): Promise<void> => {
  const [{ programmes }] = await Promise.all([sightOf(parts, person), programmePlace(parts, programme)])
  if (programmes.includes(programme)) return
  throw new ProblemError({ code: 'not_permitted', detail: { needs: `a mandate of the programme ${programme}` } })
}
