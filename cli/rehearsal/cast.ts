import { workStreams } from '../../domain/gicc/due-diligence/work-streams.js'
import { separation } from '../../domain/gicc/separation.js'
import { steps } from '../../domain/gicc/steps.js'
import { conflictOf } from '../../domain/separation.js'
import { roles } from '../../domain/role.js'
import type { Role } from '../../domain/role.js'
import type { People, Person } from '../sample-data.js'

/** Who has acted on a base so far, as the rehearsal remembers it: the step's key and the stage it was done in. */
export interface Deed {
  readonly person: string
  readonly key: string
  readonly stageNo: number
}

export interface Scene {
  readonly key: string
  readonly role: Role
  readonly cluster: string
  /** ISO 3166-1 code of the place: an expert does not assess his own country (SD5). */
  readonly country: string
  readonly stageNo: number
  readonly deeds: readonly Deed[]
  /** People who have acted on this visit of the step already. */
  readonly acted: readonly string[]
  /** Turns the list of people with a role, so that bases share the work. */
  readonly turn: number
}

/**
 * The people who may act on a step, the one who should first: they hold the role for the place, have not acted on the
 * visit yet, and no rule of separation stands against them for what they did on the same base (SD1–SD4).
 */
export const actorsFor = ({ organisations, people }: People, scene: Scene): readonly Person[] => {
  const countryOf = new Map(organisations.map(({ id, country }) => [id, country]))
  const holders = people.filter(
    (person) =>
      person.roles.includes(scene.role) &&
      (!roles[scene.role].perBase || person.base === scene.cluster) &&
      (scene.role !== 'EX' || countryOf.get(person.organisation) !== scene.country),
  )
  const closing = closedBy(scene.key)
  return turned(holders, { by: scene.turn + streamOffset(scene.key) })
    .filter(({ id }) => !scene.acted.includes(id) && isFree(id, scene))
    .sort(
      (first, second) =>
        visitorOrder(scene.key, first) - visitorOrder(scene.key, second) ||
        lossOf(first, closing) - lossOf(second, closing),
    )
}

/** A due-diligence team for 2.1: the lead, every specialist, and two visitors of whom one is from outside. */
export const teamFor = (people: People, scene: Omit<Scene, 'key' | 'role'>): readonly string[] => {
  const first = (key: string, role: Role) => actorsFor(people, { ...scene, key, role }).slice(0, 1)
  const specialists = people.people.filter(({ roles: held }) => held.includes('SP'))
  return [...first('2.2a', 'DL'), ...specialists, ...first('2.5a', 'SV'), ...first('2.5b', 'SV')].map(({ id }) => id)
}

/** A second look is taken by other people than the first (R14). */
const othersThan: Readonly<Record<string, readonly string[]>> = { '5.8r': ['5.8'], '5.9r': ['5.9b', '5.8', '5.8r'] }

const isFree = (person: string, { key, deeds, stageNo }: Scene): boolean => {
  const own = deeds.filter((deed) => deed.person === person)
  if (own.some((deed) => othersThan[key]?.includes(deed.key) ?? false) || (key === 'R2' && own.length > 0)) return false
  const acted = {
    life: own.map((deed) => deed.key),
    before: own.filter((deed) => deed.stageNo === stageNo - 1).map((deed) => deed.key),
    stage: own.filter((deed) => deed.stageNo === stageNo).map((deed) => deed.key),
  }
  return conflictOf(separation, { key, acted }) === undefined
}

/** The role of each step that acting on this one closes to whoever did. */
const closedBy = (key: string): readonly Role[] => {
  const acted = { life: [key], before: [key], stage: [key] }
  return Object.values(steps)
    .filter((later) => later.key !== key && conflictOf(separation, { key: later.key, acted }) !== undefined)
    .map(({ role }) => role)
}

/** Where few hold many roles, whoever loses least by acting goes first. */
const lossOf = ({ roles: held }: Person, closing: readonly Role[]): number =>
  closing.filter((role) => held.includes(role)).length

const turned = <T>(items: readonly T[], { by }: { by: number }): T[] => {
  const start = items.length === 0 ? 0 : by % items.length
  return [...items.slice(start), ...items.slice(0, start)]
}

/** Each work-stream goes to a specialist of its own. */
const streamOffset = (key: string): number => Math.max(0, workStreams.indexOf(key))

const programmeOffice = 'o-office'

/** Two visitors never both come from the programme: the first report is the office's, the second the outsider's. */
const visitorOrder = (key: string, { organisation }: Person): number => {
  if (key === '2.5a' || key === '5.5a') return organisation === programmeOffice ? 0 : 1
  if (key === '2.5b' || key === '5.5b') return organisation === programmeOffice ? 1 : 0
  return 0
}
