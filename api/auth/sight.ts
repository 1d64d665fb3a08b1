import { interestsOf } from '../../db/reads/interests.js'
import { mandatesOf } from '../../db/reads/people.js'
import type { PersonMandate } from '../../db/reads/people.js'
import { programmeOfBase, type BaseId, type PersonId, type ProgrammeId } from '../../domain/ids.js'
import { isInForce } from '../../domain/state.js'
import type { Role } from '../../domain/role.js'
import { seenAs } from '../../domain/sight/seen-as.js'
import type { SightForm } from '../../domain/sight/sight-form.js'
import type { SightThing, ThingSeen } from '../../domain/sight/thing.js'
import type { ApiParts, AskingParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { programmePlace } from '../programme-place.js'

/** What a person may see: all bases of the programmes of the own seats on their side, and the bases of all other seats. */
export interface Sight {
  readonly programmes: readonly string[]
  readonly bases: readonly string[]
  /** Bases in which the person has declared an interest: closed to whoever may see everything else (SD5). */
  readonly interests: readonly { readonly base: BaseId; readonly since: string }[]
  /** Roles the person holds anywhere: who may be asked to score does not see the sheets of others before (1.8). */
  readonly roles: readonly Role[]
  /** Asks the one function of the domain, with the seats of now. */
  readonly seenAs: (thing: SightThing) => SightForm
}

/** The sight of a person on one base. */
export interface SightOfBase extends Sight {
  readonly person: PersonId
  /** In which form a thing of this base is seen. */
  readonly sees: (thing: ThingSeen) => SightForm
}

type InForce = readonly PersonMandate[]

/** The mandates that are in force by the clock of the edge: one that ended, was revoked or has not begun gives nothing. */
export const seatsInForce = async ({ db, clock }: AskingParts, person: PersonId): Promise<InForce> => {
  const now = clock().toISOString()
  return (await mandatesOf(db, { person })).filter((one) => isInForce(one, now))
}

/** The sight of a person, from the mandates in force, lent ones too, and from declared interests. */
export const sightOf = async (parts: AskingParts, person: PersonId): Promise<Sight> => {
  const [held, interests] = await Promise.all([mandatesOf(parts.db, { person }), interestsOf(parts.db, { person })])
  const now = parts.clock().toISOString()
  const seats = held.filter((one) => isInForce(one, now))
  const sees = (reader: { readonly interests: readonly string[] }) => (thing: SightThing) =>
    seenAs({ person, seats: held, ...reader }, { thing, moment: { now } })
  const reached = (of: string): boolean => sees({ interests: [] })({ kind: 'base', of }) === 'whole'
  return {
    programmes: sortedOnce(seats.map(({ programme }) => programme).filter(reached)),
    bases: sortedOnce(seats.flatMap(({ base }) => (base === undefined ? [] : [base])).filter(reached)),
    interests,
    roles: sortedOnce(seats.map(({ role }) => role)),
    seenAs: sees({ interests: interests.map(({ base }) => base) }),
  }
}

const sortedOnce = <T extends string>(words: readonly T[]): readonly T[] => [...new Set(words)].toSorted()

/**
 * What the person may see of a base. Refuses a base that is not for the person's eyes in the same words as one that does
 * not exist, and one in which the person has an interest with the reason (SD5).
 */
export const mustSeeBase = async (
  parts: ApiParts,
  { person, base }: { person: PersonId; base: BaseId },
): Promise<SightOfBase> => {
  const sight = await sightOf(parts, person)
  if (!reaches(sight, base)) throw notFound(`base ${base}`)
  const interest = sight.interests.find((one) => one.base === base)
  if (interest !== undefined)
    throw new ProblemError({ code: 'interest_declared', detail: { rule: 'SD5', person, since: interest.since } })
  return sightOn(sight, { person, base })
}

/** Whether a base is there for somebody at all. */
export const reaches = ({ programmes, bases }: Sight, base: BaseId): boolean =>
  programmes.includes(programmeOfBase(base)) || bases.includes(base)

/** Whether a base is there for somebody, and no declared interest closes it (SD5). */
export const isOpenTo = (sight: Sight, base: BaseId): boolean =>
  reaches(sight, base) && !sight.interests.some((one) => one.base === base)

/** The sight of a person on one of the bases that a list has shown. */
export const sightOn = (sight: Sight, { person, base }: { person: PersonId; base: BaseId }): SightOfBase => ({
  ...sight,
  person,
  sees: (thing) => sight.seenAs({ ...thing, of: base }),
})

/** Which bases a list shows somebody. */
export const seenBy = ({ programmes, bases, interests }: Sight) => ({
  among: { programmes, bases },
  without: interests.map(({ base }) => base),
})

/** Whether nothing keeps a person from seeing all that is noted of a base or of a programme. */
export const seesStream = (sight: Sight, stream: string): boolean =>
  sight.seenAs({ kind: 'overview', of: stream }) === 'whole'

/** Refuses whoever holds no seat on the side of this programme; that there is none of that id is no secret and said to all. */
export const mustBeStaff = async (
  parts: ApiParts,
  { person, programme }: { person: PersonId; programme: ProgrammeId },
): Promise<void> => {
  const [sight] = await Promise.all([sightOf(parts, person), programmePlace(parts, programme)])
  if (seesStream(sight, programme)) return
  throw new ProblemError({ code: 'not_permitted', detail: { programme } })
}
