import type { BaseId } from './ids.js'
import type { StepDefinition } from './procedure.js'
import type { StepKey } from './values/step-key.js'
import type { Role } from './role.js'
import { closedBySeat, seatsThatNeverAct, type ForbiddenPair, type SeparationRules } from './separation.js'

/** Somebody of a staff and the roles he or she holds; `base` where only for one place. */
export interface Member {
  readonly id: string
  readonly roles: readonly Role[]
  readonly base?: BaseId | undefined
}

/** A small staff written over a list of people: who keeps which roles, and what the people of a place do together. */
export interface Staff {
  /** Roles by person. */
  readonly people: Readonly<Record<string, readonly Role[]>>
  /** Roles at every place, by the role the person holds there in the list. */
  readonly places: Readonly<Partial<Record<Role, readonly Role[]>>>
  /** Who stands beside the staff: reads, keeps the house, or is asked because he or she never acted (SD9, SD10, R14). */
  readonly beside: Readonly<Record<string, readonly Role[]>>
}

/** The people of a list as a staff has them: the others are left out (R18). */
export const staffedBy = <P extends Member>(people: readonly P[], staff: Staff): readonly P[] =>
  people.flatMap((person) => {
    const held =
      person.base === undefined
        ? (staff.people[person.id] ?? staff.beside[person.id])
        : person.roles.flatMap((role) => staff.places[role] ?? [])
    return held === undefined || held.length === 0 ? [] : [{ ...person, roles: [...held] }]
  })

/** A step nobody of a staff can fill, and the rule that stands in the way where it is one. */
export interface Unfilled {
  readonly step: StepKey
  readonly role: Role
  readonly needs: number
  readonly have: number
  readonly rule?: ForbiddenPair['rule'] | 'SD9' | 'SD10'
}

/** Who does what: for every step the people who do it, in every life it can take. */
export type Staffing =
  | { readonly ok: true; readonly who: Readonly<Record<StepKey, readonly string[]>> }
  | { readonly ok: false; readonly unfilled: Unfilled }

/** What a step says of who acts. */
type Staffable = Pick<StepDefinition, 'key' | 'role' | 'decides' | 'outsiders' | 'again'>
interface Rules {
  readonly steps: Readonly<Record<StepKey, Staffable>>
  readonly separation: SeparationRules
}

/** How many assignments are tried before a staff counts as too small. */
const patience = 200_000

/**
 * Searches who can do what, so that nobody ever does two acts of a forbidden pair, whichever way the life of a base goes
 * (SD1–SD10, R19). A body is filled when its quorum is (8.4). Left out is what R14 gives to people outside the case, and
 * what the clock does.
 */
export const staffing = ({ steps, separation }: Rules, staff: readonly Member[]): Staffing => {
  const seats = Object.values(steps).flatMap((step) => seatFor(step, { separation, staff }))
  const short = seats.find(({ needs, can }) => can.length < needs)
  if (short !== undefined) return { ok: false, unfilled: told(short, separation) }
  const search: Search = { tried: 0, worst: undefined, excludes: excluding(separation) }
  const who = assign(seats, search)
  if (who !== undefined) return { ok: true, who }
  const [first] = seats
  const worst = search.worst ?? first
  if (worst === undefined) return { ok: true, who: {} }
  return { ok: false, unfilled: { ...told(worst, separation), rule: ruleAgainst(worst.step, { steps, separation }) } }
}

interface SeatsOf {
  readonly step: StepKey
  readonly role: Role
  readonly needs: number
  readonly can: readonly string[]
}

const seatFor = (
  step: Staffable,
  { separation, staff }: Pick<Rules, 'separation'> & { readonly staff: readonly Member[] },
): readonly SeatsOf[] => {
  const { key, role, decides } = step
  if (decides.by === 'clock' || step.outsiders === true || step.again === true) return []
  const needs = decides.by === 'votes' ? decides.quorum : decides.by === 'sheets' ? decides.count : 1
  const can = staff.filter(({ roles: held }) => held.includes(role) && !isClosed(separation, { key, held }))
  return [{ step: key, role, needs, can: can.map(({ id }) => id) }]
}

/** Whether an office closes the step to its holder everywhere; managers and experts can be others at each base. */
const isClosed = (
  separation: SeparationRules,
  { key, held }: { readonly key: StepKey; readonly held: readonly Role[] },
): boolean =>
  closedBySeat(separation, { key, seats: held.map((role) => ({ role })), base: '', country: '' }) !== undefined

interface Search {
  tried: number
  worst: SeatsOf | undefined
  /** The steps whoever does one may not do. */
  readonly excludes: (step: StepKey) => ReadonlySet<StepKey>
}

/** The most pressed step first; whoever takes it is lost to all that its acts exclude. */
const assign = (open: readonly SeatsOf[], search: Search): Record<StepKey, readonly string[]> | undefined => {
  const next = mostPressed(open)
  if (next === undefined) return {}
  for (const chosen of choices(next.can, next.needs)) {
    search.tried += 1
    if (search.tried > patience) return undefined
    const rest = open
      .filter(({ step }) => step !== next.step)
      .map((one) => (search.excludes(next.step).has(one.step) ? without(one, chosen) : one))
    const short = rest.find(({ needs, can }) => can.length < needs)
    if (short !== undefined) {
      search.worst = short
      continue
    }
    const found = assign(rest, search)
    if (found !== undefined) return { ...found, [next.step]: chosen }
  }
  return undefined
}

const mostPressed = (open: readonly SeatsOf[]): SeatsOf | undefined =>
  open.reduce<SeatsOf | undefined>(
    (worst, one) => (worst === undefined || one.can.length - one.needs < worst.can.length - worst.needs ? one : worst),
    undefined,
  )

const without = (one: SeatsOf, chosen: readonly string[]): SeatsOf => ({
  ...one,
  can: one.can.filter((person) => !chosen.includes(person)),
})

/** All ways to choose so many of a list. */
function* choices(from: readonly string[], count: number): Generator<readonly string[]> {
  if (count === 0) {
    yield []
    return
  }
  for (const [at, one] of from.entries())
    for (const others of choices(from.slice(at + 1), count - 1)) yield [one, ...others]
}

/** For each step those its acts exclude, looked up once. */
const excluding = ({ pairs }: SeparationRules) => {
  const known = new Map<StepKey, ReadonlySet<StepKey>>()
  return (step: StepKey): ReadonlySet<StepKey> => {
    const found =
      known.get(step) ??
      new Set(
        pairs.flatMap(({ first, second }) => [
          ...(first.includes(step) ? second : []),
          ...(second.includes(step) ? first : []),
        ]),
      )
    known.set(step, found)
    return found
  }
}

const told = ({ step, role, needs, can }: SeatsOf, separation: SeparationRules): Unfilled => {
  const never = seatsThatNeverAct(separation).find(({ holds }) => holds === role)?.rule
  const rule = never === 'SD9' || never === 'SD10' ? { rule: never } : {}
  return { step, role, needs, have: can.length, ...rule }
}

const ruleAgainst = (step: StepKey, { steps, separation }: Rules): ForbiddenPair['rule'] =>
  separation.pairs.find(
    ({ first, second }) =>
      (first.includes(step) && second.some((other) => steps[other] !== undefined)) ||
      (second.includes(step) && first.some((other) => steps[other] !== undefined)),
  )?.rule ?? 'SD1'
