import type { Country, PersonId, BaseId, OrganisationId } from './ids.js'
import type { Role } from './role.js'
import type { StepKey } from './values/step-key.js'

/** The rules SD1 to SD10, which a refusal for the sake of separation may cite. */
export const separationRules = ['SD1', 'SD2', 'SD3', 'SD4', 'SD5', 'SD6', 'SD7', 'SD8', 'SD9', 'SD10'] as const
export type SeparationRule = (typeof separationRules)[number]

/** Of these, the ones that keep two acts apart, and the ones by which nobody acts for somebody else. */
export const pairRules = ['SD1', 'SD2', 'SD3', 'SD4', 'SD8'] as const satisfies readonly SeparationRule[]
export const inPersonRules = ['SD6', 'SD7'] as const satisfies readonly SeparationRule[]

/** Two sets of acts of which one person may do only one on the same base, and the rule that says so (R19, 4). */
export interface ForbiddenPair {
  readonly rule: (typeof pairRules)[number]
  readonly first: readonly StepKey[]
  readonly second: readonly StepKey[]
}

/** What a person brings by a seat alone, whatever he or she did before. */
export interface Seat {
  readonly role: Role
  readonly base?: BaseId
  readonly country?: Country
  /** Named where its country is not known, so that a "no" can say whose it is. */
  readonly organisation?: OrganisationId
}

/** Acts that a seat closes to whoever holds it, in whichever other role he or she acts (4, SD8). */
export interface ForbiddenSeat {
  readonly rule: SeparationRule
  readonly holds: Role
  /** `this_base`: only a seat for this very base; `own_country`: only for an organisation of the country of the place. */
  readonly where: 'anywhere' | 'this_base' | 'own_country'
  readonly steps: readonly StepKey[] | 'every'
  /** The office forbids the act itself; what others did on paper may go through the hands of whoever holds it (R16). */
  readonly handlesPaper?: true
}

/** What nobody may do for somebody else: an expert judges in person (SD6), and the board delegates no withdrawal (SD7). */
export interface InPerson {
  readonly rule: (typeof inPersonRules)[number]
  readonly steps: readonly StepKey[]
}

/** Who may not do what besides, as a version of the rules publishes it. What is not in here is allowed (R19). */
export interface SeparationRules {
  readonly pairs: readonly ForbiddenPair[]
  readonly seats: readonly ForbiddenSeat[]
  readonly inPerson: readonly InPerson[]
  /** Where a team is named, and which steps are its work alone; absent: whoever holds the role does it. */
  readonly team?: { readonly named: StepKey; readonly acts: readonly StepKey[] }
  /** Steps that come again each year: pairs among them bind within one review only. */
  readonly eachYear: readonly StepKey[]
  /** Of these, the ones that carry out what the review before found: they are kept apart from the acts of that review. */
  readonly afterReview: readonly StepKey[]
}

/** Who asks: the seats of the person, the place, and whether the person only carries in what came on paper. */
export interface SeatsAsked {
  readonly key: StepKey
  readonly seats: readonly Seat[]
  readonly base: BaseId
  readonly country: Country
  readonly asClerk?: boolean
}

/** The first seat of a person that closes a step, or undefined. A seat for another base closes nothing here. */
export const closedBySeat = (
  rules: SeparationRules,
  { key, seats, base, country, asClerk = false }: SeatsAsked,
): ForbiddenSeat | undefined =>
  rules.seats.find(
    ({ holds, where, steps, handlesPaper = false }) =>
      !(asClerk && handlesPaper) &&
      (steps === 'every' || steps.includes(key)) &&
      seats.some(
        (seat) =>
          seat.role === holds &&
          (seat.base === undefined ? where !== 'this_base' : seat.base === base) &&
          (where !== 'own_country' || seat.country === country),
      ),
  )

/**
 * The first seat of a person for an organisation of which nobody knows the country, where a rule closes the step to those
 * of the place's own: it may be one of them, so it does not pass in silence (SD5).
 */
export const ofUnknownCountry = (
  rules: SeparationRules,
  { key, seats, base, asClerk = false }: Omit<SeatsAsked, 'country'>,
): { readonly rule: SeparationRule; readonly organisation: OrganisationId } | undefined => {
  for (const { rule, holds, where, steps, handlesPaper = false } of rules.seats) {
    if (where !== 'own_country' || (asClerk && handlesPaper) || !(steps === 'every' || steps.includes(key))) continue
    const unknown = seats.find(
      (seat) => seat.role === holds && (seat.base ?? base) === base && seat.country === undefined,
    )
    if (unknown !== undefined) return { rule, organisation: unknown.organisation ?? '–' }
  }
  return undefined
}

/** The seats that close every act to whoever holds them: they read, or keep the house, and decide nothing. */
export const seatsThatNeverAct = ({ seats }: SeparationRules): readonly ForbiddenSeat[] =>
  seats.filter(({ steps }) => steps === 'every')

/** Why a step cannot be done under a delegation, or undefined where it can. */
export const mustActInPerson = ({ inPerson }: SeparationRules, key: StepKey): InPerson | undefined =>
  inPerson.find(({ steps }) => steps.includes(key))

/** Which steps a person has acted on: for the life of the base, in the stage before, and in the running stage alone. */
export interface Acted {
  readonly life: readonly StepKey[]
  readonly before: readonly StepKey[]
  readonly stage: readonly StepKey[]
}

/** What somebody did that stands against a step, and by which rule. */
export interface Conflict {
  readonly rule: ForbiddenPair['rule']
  readonly other: StepKey
}

/**
 * The first rule that forbids a person to act on a step because of what the same person did before, or undefined.
 * Checked at the moment of acting, over everything the person has done on the base (SD8).
 */
export const conflictOf = (
  separation: Pick<SeparationRules, 'pairs' | 'eachYear' | 'afterReview'>,
  { key, acted }: { readonly key: StepKey; readonly acted: Acted },
): Conflict | undefined => {
  for (const { rule, first, second } of separation.pairs) {
    const others = [...(first.includes(key) ? second : []), ...(second.includes(key) ? first : [])]
    const other = others.find((candidate) => deedsThatCount(separation, { key, candidate, acted }).includes(candidate))
    if (other !== undefined) return { rule, other }
  }
  return undefined
}

/** Among the deeds of each year those of one review: what follows from it is done in the stage after it, beside the next one. */
const deedsThatCount = (
  { eachYear, afterReview }: Pick<SeparationRules, 'eachYear' | 'afterReview'>,
  { key, candidate, acted }: { readonly key: StepKey; readonly candidate: StepKey; readonly acted: Acted },
): readonly StepKey[] => {
  if (!eachYear.includes(key) || !eachYear.includes(candidate)) return acted.life
  const looksBack = afterReview.includes(key) && !afterReview.includes(candidate)
  return looksBack ? [...acted.before, ...acted.stage] : acted.stage
}

/** Who acted on which step. */
export type DeedsByStep = Readonly<Record<StepKey, readonly PersonId[]>>

/** A person's deeds from the acts of the base: `life` holds ended stages and the running one. */
export const actedBy = (
  person: PersonId,
  { life, before, stage }: { readonly life: DeedsByStep; readonly before: DeedsByStep; readonly stage: DeedsByStep },
): Acted => {
  const keysOf = (acts: DeedsByStep) =>
    Object.entries(acts).flatMap(([key, people]) => (people.includes(person) ? [key] : []))
  const current = keysOf(stage)
  return { life: [...keysOf(life), ...current], before: keysOf(before), stage: current }
}
