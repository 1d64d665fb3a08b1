import type { Country, PersonId } from './ids.js'
import type { StepKey } from './procedure.js'
import type { Role } from './role.js'

/** The rules of domain.md 4 that a refusal for the sake of separation may cite. */
export type SeparationRule = 'SD1' | 'SD2' | 'SD3' | 'SD4' | 'SD5' | 'SD6' | 'SD7' | 'SD8' | 'SD9' | 'SD10'

/** Two sets of acts of which one person may do only one on the same base, and the rule that says so (R19, domain.md 4). */
export interface ForbiddenPair {
  readonly rule: 'SD1' | 'SD2' | 'SD3' | 'SD4' | 'SD8'
  readonly first: readonly StepKey[]
  readonly second: readonly StepKey[]
}

const scoring = ['1.8', '1.8b', '1.9b']
const team = ['2.2a', '2.3', '2.3a', '2.3b', '2.3c', '2.3d', '2.3e', '2.3f', '2.3g', '2.4b', '2.5a', '2.5b', '2.7']
const management = ['1.2b', '3.1a', '3.2a', '3.4', '3.7a', '4.1a', '4.8a', '4.12a']
const votes = [
  ...['1.10', '2.8', '2.10', '5.8', '5.9b', '5.12a', '8.2a', 'R5'],
  ...['R2', '5.8r', '5.9r', '5.13c', '5.13d', 'E6b', '8.10c'],
]
const signatures = ['3.11a', '3.11b', '3.13c', '3.13d', '3.13g', '3.13h']
const screening = ['1.4a', '1.5a', '1.5b', '4.9', '5.3a', '5.3b', '8.10a']

/** What is not in this table is allowed (R19). Pairs inside one yearly review bind within that review only. */
export const forbiddenPairs: readonly ForbiddenPair[] = [
  // Nobody approves what he or she started, drafted or submitted.
  { rule: 'SD1', first: ['1.1a'], second: ['1.1b'] },
  { rule: 'SD1', first: ['1.2a', '1.3', '1.4b'], second: ['1.7', '2.8', '2.10'] },
  { rule: 'SD1', first: ['2.1a'], second: ['2.1b'] },
  { rule: 'SD1', first: ['2.7'], second: ['2.8', '2.10'] },
  { rule: 'SD1', first: ['3.2a'], second: ['3.2b', '3.3a', '3.3b', '3.9a', '3.9b'] },
  { rule: 'SD1', first: ['3.2b'], second: ['3.3a', '3.9a'] },
  // Whoever writes the next version of the text (3.7) has drafted it as much as who wrote the first.
  { rule: 'SD1', first: ['3.7a'], second: ['3.3a', '3.3b', '3.9a', '3.9b'] },
  { rule: 'SD1', first: ['3.2a', '3.2b', '3.3a', '3.7a', '3.9a'], second: ['3.11a'] },
  { rule: 'SD1', first: ['4.1a'], second: ['4.1b'] },
  { rule: 'SD1', first: ['4.2'], second: ['4.9'] },
  { rule: 'SD1', first: ['4.4a'], second: ['4.4b'] },
  { rule: 'SD1', first: ['4.5a'], second: ['4.5c'] },
  { rule: 'SD1', first: ['4.8a'], second: ['4.8b'] },
  { rule: 'SD1', first: ['4.12a'], second: ['4.12b'] },
  { rule: 'SD1', first: ['5.2a', '5.2d'], second: ['5.2b', '5.3a', '5.3b'] },
  { rule: 'SD1', first: ['5.7a'], second: ['5.8', '5.8r'] },
  { rule: 'SD1', first: ['5.11a'], second: ['5.11b'] },
  { rule: 'SD1', first: ['R0'], second: ['R1'] },
  { rule: 'SD1', first: ['5.13a', '5.13b'], second: ['5.13c', '5.13d'] },
  { rule: 'SD1', first: ['8.10a', '8.10b'], second: ['8.10c'] },
  { rule: 'SD1', first: ['3.2a', '3.2b', '3.7a'], second: ['3.13c', '3.13g'] },
  { rule: 'SD1', first: ['3.13a'], second: ['3.13c'] },
  { rule: 'SD1', first: ['3.13e'], second: ['3.13f'] },
  { rule: 'SD1', first: ['3.13l'], second: ['3.13m'] },
  // Two different people: eligibility, integrity, score lock, text lock, signatures, colour, withdrawal.
  { rule: 'SD2', first: ['1.5a'], second: ['1.5b'] },
  { rule: 'SD2', first: ['1.5c'], second: ['1.5d'] },
  { rule: 'SD2', first: ['1.6a'], second: ['1.6b', '1.6c'] },
  { rule: 'SD2', first: ['1.8'], second: ['1.8b'] },
  { rule: 'SD2', first: ['1.9a'], second: ['1.9b'] },
  { rule: 'SD2', first: ['2.5a'], second: ['2.5b'] },
  { rule: 'SD2', first: ['3.8a'], second: ['3.8b'] },
  { rule: 'SD2', first: ['3.9a'], second: ['3.9b', '3.9c'] },
  { rule: 'SD2', first: ['3.9b'], second: ['3.9c'] },
  { rule: 'SD2', first: ['3.10a'], second: ['3.10b'] },
  { rule: 'SD2', first: ['3.11a'], second: ['3.11b'] },
  { rule: 'SD2', first: ['4.10a'], second: ['4.10b'] },
  { rule: 'SD2', first: ['5.3a'], second: ['5.3b', '5.3c'] },
  { rule: 'SD2', first: ['5.5a'], second: ['5.5b'] },
  { rule: 'SD2', first: ['5.8'], second: ['5.9a', '5.9b', '5.12a'] },
  { rule: 'SD2', first: ['5.8r'], second: ['5.9r', '5.12a'] },
  { rule: 'SD2', first: ['5.13c'], second: ['5.13d', '5.12a'] },
  { rule: 'SD2', first: ['E6a'], second: ['E6b'] },
  { rule: 'SD2', first: ['3.13c'], second: ['3.13d'] },
  { rule: 'SD2', first: ['3.13g'], second: ['3.13h'] },
  // Experts of stage 1 stay out of the due-diligence team, and that team out of scoring and panel of the review.
  { rule: 'SD3', first: scoring, second: team },
  { rule: 'SD3', first: team, second: ['5.6', '5.8', '5.8r', '5.13c'] },
  // Whoever manages the base neither votes nor scores, nor screens it.
  { rule: 'SD4', first: management, second: [...votes, ...scoring, '5.6', ...screening] },
  { rule: 'SD4', first: ['1.9a', '1.11', '2.9a', '2.9b'], second: ['1.10', '2.8'] },
  // Scoring is blind to names: whoever screened the file has read them, in whichever role he or she is here today (14.20).
  { rule: 'SD8', first: ['1.4a', '1.5a', '1.5b'], second: scoring },
  { rule: 'SD8', first: ['5.3a', '5.3b'], second: ['5.6'] },
]

/** What a person brings by a seat alone, whatever he or she did before. */
export interface Seat {
  readonly role: Role
  readonly base?: string
  readonly country?: Country
}

/** Acts that a seat closes to whoever holds it, in whichever other role he or she acts (domain.md 4, SD8). */
export interface ForbiddenSeat {
  readonly rule: SeparationRule
  readonly holds: Role
  /** `this_base`: only a seat for this very base; `own_country`: only for an organisation of the country of the place. */
  readonly where: 'anywhere' | 'this_base' | 'own_country'
  readonly steps: readonly StepKey[] | 'every'
  /** The office forbids the act itself; what others did on paper may go through the hands of whoever holds it (R16). */
  readonly handlesPaper?: true
}

export const forbiddenSeats: readonly ForbiddenSeat[] = [
  { rule: 'SD9', holds: 'AU', where: 'anywhere', steps: 'every' },
  { rule: 'SD10', holds: 'AD', where: 'anywhere', steps: 'every' },
  { rule: 'SD4', holds: 'PM', where: 'this_base', steps: [...votes, ...scoring, '5.6', ...screening] },
  { rule: 'SD5', holds: 'EX', where: 'own_country', steps: [...scoring, '5.6'] },
  // What one office must not do, its holder does not do by another one either.
  { rule: 'SD8', holds: 'PD', where: 'anywhere', steps: [...scoring, '5.6'], handlesPaper: true },
  { rule: 'SD8', holds: 'LC', where: 'anywhere', steps: signatures, handlesPaper: true },
  { rule: 'SD8', holds: 'CS', where: 'anywhere', steps: votes, handlesPaper: true },
]

/** Who asks: the seats of the person, the place, and whether the person only carries in what came on paper. */
export interface SeatsAsked {
  readonly seats: readonly Seat[]
  readonly base: string
  readonly country: Country
  readonly asClerk?: boolean
}

/** The first seat of a person that closes a step, or undefined. A seat for another base closes nothing here. */
export const closedBySeat = (
  key: StepKey,
  { seats, base, country, asClerk = false }: SeatsAsked,
): ForbiddenSeat | undefined =>
  forbiddenSeats.find(
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

/** The seats that close every act to whoever holds them: they read, or keep the house, and decide nothing. */
export const seatsThatNeverAct: readonly ForbiddenSeat[] = forbiddenSeats.filter(({ steps }) => steps === 'every')

/** What nobody may do for somebody else: an expert judges in person (SD6), and the board delegates no withdrawal (domain.md 4). */
const inPerson: readonly { readonly rule: 'SD6' | 'SD7'; readonly steps: readonly StepKey[] }[] = [
  { rule: 'SD6', steps: [...scoring, '5.6'] },
  { rule: 'SD7', steps: ['5.12a', 'E6b', '8.10c'] },
]

/** Why a step cannot be done under a delegation, or undefined where it can. */
export const mustActInPerson = (key: StepKey): { readonly rule: 'SD6' | 'SD7' } | undefined =>
  inPerson.find(({ steps }) => steps.includes(key))

/** Which steps a person has acted on: for the life of the base, and in the running stage alone. */
export interface Acted {
  readonly life: readonly StepKey[]
  readonly stage: readonly StepKey[]
}

const inReview = (key: StepKey): boolean => key.startsWith('5.')

/** What somebody did that stands against a step, and by which rule. */
export interface Conflict {
  readonly rule: ForbiddenPair['rule']
  readonly other: StepKey
}

/**
 * The first rule that forbids a person to act on a step because of what the same person did before, or undefined.
 * Checked at the moment of acting, over everything the person has done on the base (SD8).
 */
export const conflictOf = (key: StepKey, acted: Acted): Conflict | undefined => {
  for (const { rule, first, second } of forbiddenPairs) {
    const others = [...(first.includes(key) ? second : []), ...(second.includes(key) ? first : [])]
    const other = others.find((candidate) =>
      (inReview(key) && inReview(candidate) ? acted.stage : acted.life).includes(candidate),
    )
    if (other !== undefined) return { rule, other }
  }
  return undefined
}

/** A person's deeds from the acts of the base: `life` holds ended stages and the running one. */
export const actedBy = (
  person: PersonId,
  {
    life,
    stage,
  }: { life: Readonly<Record<StepKey, readonly PersonId[]>>; stage: Readonly<Record<StepKey, readonly PersonId[]>> },
): Acted => {
  const keysOf = (acts: Readonly<Record<StepKey, readonly PersonId[]>>) =>
    Object.entries(acts).flatMap(([key, people]) => (people.includes(person) ? [key] : []))
  const current = keysOf(stage)
  return { life: [...keysOf(life), ...current], stage: current }
}
