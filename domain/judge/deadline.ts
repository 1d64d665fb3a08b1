import type { Calendar } from '../calendar.js'
import {
  addCalendarDays,
  addWorkingDays,
  calendarDaysBefore,
  dateDue,
  halfway,
  workingDaysAfter,
  workingDaysBefore,
} from '../calendar.js'
import { plainDate, type PlainDate } from '../calendar-date.js'
import { dueDay, startOfDay } from '../calendar-zone.js'
import type { PlannedAlarm } from '../values/planned-alarm.js'
import type { Instant } from '../ids.js'
import type { Pace } from '../pace.js'
import type { Alarm, Days, MonthDay, Procedure, Settings, StepDefinition } from '../procedure.js'
import { offices, type Role } from '../role.js'
import type { BaseState, StepState } from '../state.js'
import { supervisorOf } from '../supervisor.js'
import type { StepKey } from '../values/step-key.js'
import { defined } from '../values/defined.js'
import { graceEnds, termOver } from './grace.js'

/** What a due instant is worked out by. */
interface Counting {
  readonly calendar: Calendar
  readonly now: Instant
  readonly pace: Pace
}

/** The absolute instant a step is due, in the calendar of the side that acts (R4, R10). */
export const dueAt = (
  step: StepDefinition,
  { state, renewalDays, ...counting }: Counting & Pick<Settings, 'renewalDays'> & { readonly state: BaseState },
): Instant => {
  const { due } = step
  const { calendar, now } = counting
  const before = lastVisit(state, step.key)
  // Whoever takes the own act back gains no time by it (8.7).
  if (before?.voided === 'revoked' && before.dueAt > now) return before.dueAt
  const putOff = putOffTo(step, before)
  if (putOff !== undefined) return notPast(dateDue(calendar, putOff), counting)
  switch (due.from) {
    case 'opening':
      return after(calendar, { from: now, days: due.days })
    case 'first': {
      const first = Object.values(state.stage?.steps ?? {}).find(({ key }) => key === step.key)
      return notPast(after(calendar, { from: first?.openedAt ?? now, days: due.days }), counting)
    }
    case 'window':
      return nextWorkingEnd(calendar, state.windowEnds)
    case 'term':
      return notPast(
        step.decides.by === 'clock'
          ? termOver(calendar, { state, days: due.days.n })
          : graceEnds(calendar, { state, days: due.days.n, renewalDays }),
        counting,
      )
    case 'signature':
      return notPast(after(calendar, { from: state.facts.signedOn ?? now, days: due.days }), counting)
    case 'date': {
      const date = dayIn(state.stage?.year, due)
      if (step.decides.by === 'clock') return startOfDay(calendar, date)
      const fixed = notPast(dateDue(calendar, date), counting)
      return due.atLeast === undefined ? fixed : later(fixed, after(calendar, { from: now, days: due.atLeast }))
    }
  }
}

/** The day to which whoever acts has put it off with the visit before. */
const putOffTo = ({ putsOff }: StepDefinition, before: StepState | undefined): PlainDate | undefined =>
  putsOff !== undefined && before?.voided === undefined && before?.outcome?.option === putsOff.by
    ? before.acts.at(-1)?.facts?.putOffTo
    : undefined

const lastVisit = ({ stage }: BaseState, key: StepKey): StepState | undefined =>
  Object.values(stage?.steps ?? {}).findLast((step) => step.key === key)

/** A window closes at 24:00 of the side that acts, on the day on which it closes there or on its next working day (R4). */
const nextWorkingEnd = (calendar: Calendar, ends: Instant): Instant => dateDue(calendar, dueDay(calendar, ends))

/** A day of the year that is reviewed. */
export const dayIn = (year: number | undefined, { month, day }: MonthDay): PlainDate =>
  plainDate(`${year ?? 0}-${two(month)}-${two(day)}`)

const two = (n: number): string => String(n).padStart(2, '0')
const later = (first: Instant, second: Instant): Instant => (first > second ? first : second)

/** A due moment that is past already becomes a late start, so that no clock is dead. */
export const notPast = (due: Instant, { calendar, now, pace }: Counting): Instant =>
  due > now ? due : after(calendar, { from: now, days: { unit: 'wd', n: pace.lateStart } })

const after = (calendar: Calendar, { from, days }: { from: Instant; days: Days }): Instant =>
  days.unit === 'wd'
    ? addWorkingDays(calendar, { from, days: days.n })
    : addCalendarDays(calendar, { from, days: days.n })

interface Span {
  readonly calendar: Calendar
  readonly openedAt: Instant
  readonly dueAt: Instant
  readonly now: Instant
}

/**
 * The alarms of one visit of a step, soonest first. Moments that are past already are left out, so a short deadline
 * has fewer reminders. Silence that decides replaces the ladder of lateness (R3).
 */
export const alarmsOf = (
  step: StepDefinition,
  { procedure, span }: { procedure: Procedure; span: Span },
): readonly PlannedAlarm[] => {
  if (step.decides.by === 'clock') return []
  const ladder = procedure.escalation[step.escalation]
  const heard = silenceDecides(step, ladder)
    ? [
        ...ladder.filter((alarm) => alarm.moment.at !== 'late'),
        { ...silence, repeats: procedure.settings.pace.silence },
      ]
    : ladder
  // Nobody is reminded of what may not be done before a notice has run.
  const rungs = step.runsFull === true ? heard.filter(({ moment }) => moment.at === 'late') : heard
  return (
    rungs
      .map((alarm, rung) => planned(alarm, { rung, span, role: step.role }))
      // What is past is not told any more, but a window that closed meanwhile closes the step all the same (E5).
      .filter((alarm) => alarm.at >= span.now || alarm.effect === 'silence' || alarm.effect === 'reconvene')
      .sort((first, second) => (first.at < second.at ? -1 : first.at > second.at ? 1 : first.rung - second.rung))
  )
}

const silence: Alarm = {
  moment: { at: 'late', days: { unit: 'wd', n: 0 } },
  kind: 'escalation',
  tells: ['actor', ...offices.hearsOfSilence],
  effect: 'silence',
}

const silenceDecides = (step: StepDefinition, ladder: readonly Alarm[]): boolean =>
  step.silence !== undefined && !ladder.some((alarm) => alarm.effect === 'silence')

const planned = (alarm: Alarm, { rung, span, role }: { rung: number; span: Span; role: Role }): PlannedAlarm => ({
  at: momentAt(alarm, span),
  rung,
  kind: alarm.kind,
  tells: [...new Set(alarm.tells.map((told) => (told === 'supervisor' ? supervisorOf(role) : told)))],
  ...defined({ effect: alarm.effect, repeats: alarm.repeats }),
})

const momentAt = ({ moment }: Alarm, { calendar, openedAt, dueAt: due }: Span): Instant => {
  switch (moment.at) {
    case 'opening':
      return openedAt
    case 'half':
      return halfway(calendar, { from: openedAt, due })
    case 'before':
      return moment.days.unit === 'wd'
        ? workingDaysBefore(calendar, { due, days: moment.days.n })
        : calendarDaysBefore(calendar, { due, days: moment.days.n })
    case 'late':
      return moment.days.n === 0 ? due : workingDaysAfter(calendar, { due, days: moment.days.n })
  }
}
