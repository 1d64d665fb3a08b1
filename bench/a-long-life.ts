import type { AnyEvent } from '../domain/event.js'
import type { By } from '../domain/values/by.js'
import { full } from '../domain/gicc/full.js'
import type { Role } from '../domain/role.js'

/** One entry of an invented life: what happened, when, and who did it. */
export interface LivedEntry {
  readonly event: AnyEvent
  readonly at: string
  readonly by: By | null
}

/**
 * A life of so many years in the shapes of a real one: a first year of sheets and decisions, then a review each year, with
 * reminders and papers. As many entries a year as a played one has; nothing is judged.
 */
export const aLongLife = (years: number): readonly LivedEntry[] => {
  const entries: LivedEntry[] = []
  let clock = Date.parse('2027-01-04T09:00:00.000Z')
  const add = (event: AnyEvent, by: By | null = null): void => {
    clock += 3 * 3_600_000
    entries.push({ event, by, at: new Date(clock).toISOString() })
  }
  add(nominatedIn('bench', 'C09'), byOf('PM'))
  for (let no = 1; no <= years + 1; no += 1) {
    clock = Math.max(clock, Date.parse(`${2026 + no}-01-02T09:00:00.000Z`))
    const stage = no === 1 ? 'nomination' : 'yearly_review'
    const year = no === 1 ? {} : { year: 2025 + no }
    add({ type: 'stage_entered', stage, no, ...year, procedure: 'full', rulesVersion: full.version })
    const keys = Object.keys(full.steps).filter((key) => full.steps[key]?.stage === stage)
    for (const key of [...keys, ...keys].slice(0, 17)) stepIn(add, { key, visit: `${key}.${entries.length}` })
    if (no > 1) add({ type: 'review_concluded', year: 2025 + no, colour: 'green', total: 81.5 })
    add({ type: 'stage_left', stage, no, outcome: 'active_green' })
  }
  return entries
}

type Add = (event: AnyEvent, by?: By | null) => void

const stepIn = (add: Add, { key, visit: step }: { key: string; visit: string }): void => {
  const definition = full.steps[key]
  if (definition === undefined) throw new Error(`the full procedure has no step ${key}`)
  const { role } = definition
  const option = definition.order[0] ?? 'submit'
  const [dueAt, calendar] = ['2099-01-25T05:00:00.000Z', 'US@America/New_York']
  const alarms = [1, 2, 3].map((rung) => ({ at: dueAt, rung, kind: 'reminder' as const, tells: ['actor' as const] }))
  add({ type: 'step_opened', step, key, role, dueAt, calendar, alarms, seats: 1 })
  add({ type: 'reminded', step, key, rung: 1, tells: ['actor'] })
  const sheet = definition.brings === 'sheet' ? { facts: { sheet: { value_chain: 0.9, scale: 0.8 } } } : {}
  add({ type: 'step_acted', step, key, option, ...sheet, by: byOf(role) }, byOf(role))
  add({ type: 'step_closed', step, key, option, how: definition.brings === 'sheet' ? 'sheets' : 'act' })
}

const byOf = (role: Role): By => ({
  person: `p-${role.toLowerCase()}-1`,
  role,
  mandate: `m-${role}`,
  onBehalfOf: 'o-programme',
})

/** How a base begins in a programme with a cluster. */
export const nominatedIn = (programme: string, cluster: string): AnyEvent => ({
  type: 'base_nominated',
  programme,
  call: '2027',
  windowEnds: '2027-02-25T05:00:00.000Z',
  cluster: {
    cluster,
    category: 'electric',
    province: 'CN-ZJ',
    country: 'CN',
    zone: 'Asia/Shanghai',
    overlaps: [],
    readings: [],
    recordHash: 'a'.repeat(64),
  },
  languages: ['en', 'zh-CN'],
  partsAtHand: [1, 2, 3],
  invited: true,
  rehearsal: false,
  by: byOf('PM'),
})
