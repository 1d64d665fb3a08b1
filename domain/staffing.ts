import type { StepDefinition, StepKey } from './procedure.js'
import type { Role } from './role.js'
import { closedBySeat, forbiddenPairs, seatsThatNeverAct, type ForbiddenPair } from './separation.js'

/** Somebody of a staff and the roles he or she holds; `base` where only for one place. */
export interface Member {
  readonly id: string
  readonly roles: readonly Role[]
  readonly base?: string | undefined
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
type Staffable = Pick<StepDefinition, 'key' | 'role' | 'decides' | 'outsiders'>
type Steps = Readonly<Record<StepKey, Staffable>>

/** How many assignments are tried before a staff counts as too small. */
const patience = 200_000

/**
 * Searches who can do what, so that nobody ever does two acts of a forbidden pair, whichever way the life of a base goes
 * (SD1–SD10, R19). A body is filled when its quorum is (8.4). Left out is what R14 gives to people outside the case, and
 * what the clock does.
 */
export const staffing = ({ steps }: { readonly steps: Steps }, staff: readonly Member[]): Staffing => {
  const seats = Object.values(steps).flatMap((step) => seatFor(step, staff))
  const short = seats.find(({ needs, can }) => can.length < needs)
  if (short !== undefined) return { ok: false, unfilled: told(short) }
  const search: Search = { tried: 0, worst: undefined }
  const who = assign(seats, search)
  if (who !== undefined) return { ok: true, who }
  const [first] = seats
  const worst = search.worst ?? first
  if (worst === undefined) return { ok: true, who: {} }
  return { ok: false, unfilled: { ...told(worst), rule: ruleAgainst(worst.step, steps) } }
}

interface SeatsOf {
  readonly step: StepKey
  readonly role: Role
  readonly needs: number
  readonly can: readonly string[]
}

/** Steps that are for others than those who acted before (R14). */
const forOthers: readonly StepKey[] = ['5.8r', '5.9r']

const seatFor = (step: Staffable, staff: readonly Member[]): readonly SeatsOf[] => {
  const { key, role, decides } = step
  if (decides.by === 'clock' || step.outsiders === true || forOthers.includes(key)) return []
  const needs = decides.by === 'votes' ? decides.quorum : decides.by === 'sheets' ? decides.count : 1
  const can = staff.filter(({ roles: held }) => held.includes(role) && !isClosed(key, held))
  return [{ step: key, role, needs, can: can.map(({ id }) => id) }]
}

/** Whether an office closes the step to its holder everywhere; managers and experts can be others at each base. */
const isClosed = (key: StepKey, held: readonly Role[]): boolean =>
  closedBySeat(key, { seats: held.map((role) => ({ role })), base: '', country: '' }) !== undefined

interface Search {
  tried: number
  worst: SeatsOf | undefined
}

/** The most pressed step first; whoever takes it is lost to all that its acts exclude. */
const assign = (open: readonly SeatsOf[], search: Search): Record<StepKey, readonly string[]> | undefined => {
  const next = mostPressed(open)
  if (next === undefined) return {}
  for (const chosen of choices(next.can, next.needs)) {
    search.tried += 1
    if (search.tried > patience) return undefined
    const rest = open.filter(({ step }) => step !== next.step).map((one) => without(one, { step: next.step, chosen }))
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

const without = (one: SeatsOf, { step, chosen }: { step: StepKey; chosen: readonly string[] }): SeatsOf =>
  excludes(step).has(one.step) ? { ...one, can: one.can.filter((person) => !chosen.includes(person)) } : one

/** All ways to choose so many of a list. */
function* choices(from: readonly string[], count: number): Generator<readonly string[]> {
  if (count === 0) {
    yield []
    return
  }
  for (const [at, one] of from.entries())
    for (const others of choices(from.slice(at + 1), count - 1)) yield [one, ...others]
}

const excluded = new Map<StepKey, ReadonlySet<StepKey>>()

/** The steps whoever does this one may not do. */
const excludes = (step: StepKey): ReadonlySet<StepKey> => {
  const known = excluded.get(step)
  if (known !== undefined) return known
  const found = new Set(
    forbiddenPairs.flatMap(({ first, second }) => [
      ...(first.includes(step) ? second : []),
      ...(second.includes(step) ? first : []),
    ]),
  )
  excluded.set(step, found)
  return found
}

const told = ({ step, role, needs, can }: SeatsOf): Unfilled => {
  const never = seatsThatNeverAct.find(({ holds }) => holds === role)?.rule
  const rule = never === 'SD9' || never === 'SD10' ? { rule: never } : {}
  return { step, role, needs, have: can.length, ...rule }
}

const ruleAgainst = (step: StepKey, steps: Steps): ForbiddenPair['rule'] =>
  forbiddenPairs.find(
    ({ first, second }) =>
      (first.includes(step) && second.some((other) => steps[other] !== undefined)) ||
      (second.includes(step) && first.some((other) => steps[other] !== undefined)),
  )?.rule ?? 'SD1'
