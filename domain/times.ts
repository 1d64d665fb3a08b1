import { evolved, type DatedEntry } from './as-of.js'
import { workingDaysBetween, type Calendar } from './calendar.js'
import { millisecondsOf } from './calendar-zone.js'
import type { BaseId, Instant } from './ids.js'
import type { Stage } from './lifecycle.js'
import type { StepId, StepKey } from './values/step-key.js'
import type { Procedure } from './procedure.js'
import { roles, type Role, type Side } from './role.js'
import { openSteps, unborn, type BaseState } from './state.js'
import { defined } from './values/defined.js'

/** Whom a base waits for at a moment; `standing`: its clocks stand (hold, integrity stop); `rest`: papers, sessions, dates. */
export const waitedFor = ['programme', 'partner', 'both', 'standing', 'rest'] as const
export type WaitedFor = (typeof waitedFor)[number]

/** How long a stage took, in days of 24 hours, and whom it waited for; the parts are the whole. */
export interface StageTimes {
  readonly stage: Stage
  readonly no: number
  readonly year?: number
  readonly enteredAt: Instant
  readonly leftAt: Instant | null
  readonly days: number
  readonly waited: Readonly<Record<WaitedFor, number>>
}

/** How long an open step has waited: in days, and in working days of the side that must act where its calendar is known. */
export interface StepTimes {
  readonly step: StepId
  readonly key: StepKey
  readonly role: Role
  readonly side: Side
  readonly since: Instant
  readonly days: number
  readonly workingDays: number | null
}

/** Days per stage and waiting per party, from the ledger alone, up to `now`; nothing counts after the base is closed. */
export const timesOf = (
  base: BaseId,
  { entries, now, steps }: { entries: readonly DatedEntry[]; now: Instant; steps: Procedure['steps'] },
) => {
  const stages = new Map<number, Clocked>()
  let state = unborn(base)
  for (const [at, entry] of entries.entries()) {
    state = evolved(state, entry)
    const { stage } = state
    if (stage === undefined) continue
    const next = entries[at + 1]?.occurredAt ?? (state.closed ? entry.occurredAt : now)
    const { waited } = stages.get(stage.no) ?? { waited: nothing }
    const whom = waitedForIn(state, steps)
    const passed = Math.max(0, millisecondsOf(next) - millisecondsOf(entry.occurredAt))
    stages.set(stage.no, { ...clockOf(stage), waited: { ...waited, [whom]: waited[whom] + passed } })
  }
  const left = new Map(state.past.map(({ no, leftAt }) => [no, leftAt]))
  return {
    stages: [...stages.values()].map((one) => inDays(one, left.get(one.no) ?? null)),
    open: state.closed ? [] : openSteps(state),
  }
}

type Clocked = Omit<StageTimes, 'leftAt' | 'days'>

const nothing: Readonly<Record<WaitedFor, number>> = { programme: 0, partner: 0, both: 0, standing: 0, rest: 0 }

const clockOf = ({ stage, no, year, enteredAt }: NonNullable<BaseState['stage']>) => ({
  stage,
  no,
  enteredAt,
  ...defined({ year }),
})

/** What only the clock decides keeps nobody waiting for anybody: the year that is to begin, a term that runs out. */
const waitedForIn = (state: BaseState, steps: Procedure['steps']): WaitedFor => {
  if (state.heldAt !== undefined || state.frozen !== undefined) return 'standing'
  const people = openSteps(state).filter(({ key }) => steps[key]?.decides.by !== 'clock')
  const sides = new Set(people.map(({ role }) => roles[role].side))
  if (sides.size === 2) return 'both'
  return [...sides][0] ?? 'rest'
}

const inDays = ({ waited, ...stage }: Clocked, leftAt: Instant | null): StageTimes => ({
  ...stage,
  leftAt,
  days: daysOf(Object.values(waited).reduce((sum, one) => sum + one, 0)),
  waited: {
    programme: daysOf(waited.programme),
    partner: daysOf(waited.partner),
    both: daysOf(waited.both),
    standing: daysOf(waited.standing),
    rest: daysOf(waited.rest),
  },
})

/** How long an open step has waited by now. */
export const waitOf = (
  { id, key, role, openedAt, calendar }: ReturnType<typeof openSteps>[number],
  { calendars, now }: { calendars: Readonly<Record<string, Calendar>>; now: Instant },
): StepTimes => {
  const until = now > openedAt ? now : openedAt
  const known = calendars[calendar]
  return {
    step: id,
    key,
    role,
    side: roles[role].side,
    since: openedAt,
    days: daysOf(millisecondsOf(until) - millisecondsOf(openedAt)),
    workingDays: known === undefined ? null : workingDaysBetween(known, { from: openedAt, to: until }),
  }
}

/** Days of 24 hours, to a hundredth. */
const daysOf = (milliseconds: number): number => Math.round(milliseconds / 864_000) / 100
