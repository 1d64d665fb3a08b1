import type { Stage } from './lifecycle.js'
import type { Lead, Procedure } from './procedure.js'
import type { Role } from './role.js'
import type { Option, StepKey } from './values/step-key.js'

/** How a step of a stage stands on the way of one base: it may still come as decisions lead, or nothing open leads there any more. */
export type MapStanding = 'done' | 'waits' | 'may_come' | 'off_course'

/** A step on the map, with the steps of the same stage that follow it, and those it may send back to. */
interface MappedStep {
  readonly key: StepKey
  readonly role: Role
  readonly standing: MapStanding
  readonly to: readonly StepKey[]
  readonly back: readonly StepKey[]
}

/** One visit of a step as whoever asks may see it; a hidden outcome is null, and then any of its options may have been chosen. */
export interface MapVisit {
  readonly key: StepKey
  readonly isOpen: boolean
  readonly outcome: Option | null
  readonly voided: boolean
}

interface Asked {
  readonly steps: Procedure['steps']
  readonly stage: Stage
  /** Steps that are not there for whoever asks. */
  readonly unseen: readonly StepKey[]
  readonly visits: readonly MapVisit[]
  /** Nothing may come any more. */
  readonly isOver: boolean
}

/**
 * A stage as the published procedure tells it, in layers from its beginning to its end: what stands in one layer goes on side by side
 * or in place of each other. Everything is read from where options lead and from what was decided, so that a map tells nobody more than
 * the steps he or she sees. What comes up beside a stage, or asks for redress of what it decided, is not on it.
 */
export const stageMap = ({ steps, stage, unseen, visits, isOver }: Asked): readonly (readonly MappedStep[])[] => {
  const mapped = Object.values(steps)
    .filter((step) => step.stage === stage && step.matter === undefined && !unseen.includes(step.key))
    .filter(({ options }) => Object.values(options).every(({ leads }) => !('settles' in leads)))
  const keys = mapped.map(({ key }) => key)
  const arrows = arrowsAmong({ steps, keys })
  const mayCome = isOver ? new Set<StepKey>() : comingOf({ steps, visits })
  const standingOf = (key: StepKey): MapStanding => {
    const own = visits.filter((visit) => visit.key === key && !visit.voided)
    if (own.some(({ isOpen }) => isOpen)) return 'waits'
    if (own.length > 0) return 'done'
    return mayCome.has(key) ? 'may_come' : 'off_course'
  }
  const ranks = ranksOf(keys, arrows)
  const layers = Math.max(-1, ...ranks.values()) + 1
  return Array.from({ length: layers }, (_, at) =>
    mapped
      .filter(({ key }) => ranks.get(key) === at)
      .map(({ key, role }) => ({ key, role, standing: standingOf(key), ...(arrows.get(key) ?? none) }))

      .toSorted((one, other) => byRow(one.key) - byRow(other.key) || (one.key < other.key ? -1 : 1)),
  )
}

interface Arrows {
  readonly to: readonly StepKey[]
  readonly back: readonly StepKey[]
}
type ArrowsOf = ReadonlyMap<StepKey, Arrows>

const none: Arrows = { to: [], back: [] }

/** Where the options of each step lead within the stage; what leads to a step that lies before it leads back. */
const arrowsAmong = ({ steps, keys }: { steps: Procedure['steps']; keys: readonly StepKey[] }): ArrowsOf => {
  const arrows = new Map<StepKey, Arrows>()
  const onTheWay: StepKey[] = []
  const visit = (key: StepKey): void => {
    if (arrows.has(key) || !keys.includes(key)) return
    onTheWay.push(key)
    const targets = [...new Set(leadsOf(steps, { key, outcome: null }).flatMap((lead) => followed(lead)))]
    const within = targets.filter((target) => keys.includes(target) && target !== key)
    const back = within.filter((target) => onTheWay.includes(target))
    const to = within.filter((target) => !onTheWay.includes(target))
    to.forEach(visit)
    onTheWay.pop()
    arrows.set(key, { to, back })
  }
  for (const key of keys) if (steps[key]?.begins === true) visit(key)
  for (const key of keys) visit(key)
  return arrows
}

/** How far from the beginning each step lies, by the longest way that does not go back. */
const ranksOf = (keys: readonly StepKey[], arrows: ArrowsOf): ReadonlyMap<StepKey, number> => {
  const ranks = new Map<StepKey, number>(keys.map((key) => [key, 0]))
  // Each round puts at least one more layer in its place, and there are no more layers than steps.
  for (let round = 0; round < keys.length; round += 1)
    for (const [key, { to }] of arrows)
      for (const next of to) ranks.set(next, Math.max(ranks.get(next) ?? 0, (ranks.get(key) ?? 0) + 1))
  return ranks
}

/** What may still come: what follows open steps, and what decided steps have led to and is not there yet. */
const comingOf = ({ steps, visits }: Pick<Asked, 'steps' | 'visits'>): ReadonlySet<StepKey> => {
  const coming = new Set<StepKey>()
  const turnsOf = (key: StepKey, option: Option | null): number =>
    visits.filter((visit) => visit.key === key && visit.outcome === option && !visit.isOpen && !visit.voided).length
  const reach = (key: StepKey): void => {
    for (const [option, { leads }] of Object.entries(steps[key]?.options ?? {}))
      for (const next of followed(leads, turnsOf(key, option)))
        if (!coming.has(next)) {
          coming.add(next)
          reach(next)
        }
  }
  const known = new Set(visits.filter(({ voided }) => !voided).map(({ key }) => key))
  for (const { key, isOpen, outcome, voided } of visits) {
    if (voided) continue
    if (isOpen) reach(key)
    else
      for (const lead of leadsOf(steps, { key, outcome }))
        for (const next of followed(lead))
          if (!known.has(next)) {
            coming.add(next)
            reach(next)
          }
  }
  return coming
}

/** The leads of the option that was chosen; of all of them where none is known. */
const leadsOf = (steps: Procedure['steps'], { key, outcome }: Pick<MapVisit, 'key' | 'outcome'>): readonly Lead[] => {
  const { options = {} } = steps[key] ?? {}
  const chosen = outcome === null ? undefined : options[outcome]
  return chosen === undefined ? Object.values(options).map(({ leads }) => leads) : [chosen.leads]
}

/** The steps a lead names, once its turns of going back are used up only those that are left. */
const followed = (lead: Lead, turns = 0): readonly StepKey[] => {
  if ('to' in lead) return lead.to
  if ('end' in lead) return lead.via ?? []
  if (!('back' in lead)) return []
  const then = lead.then === 'not_offered' ? [] : followed(lead.then)
  return turns < lead.limit ? [lead.back, ...then] : then
}

/** The row of the rules a key stands for, as a number: `2.10w` comes after `2.9c`. */
const byRow = (key: StepKey): number => Number.parseInt(key.split('.')[1] ?? '0', 10)
