import { addDays, daysFrom, plainDate } from '../calendar-date.js'
import { localDate } from '../calendar-zone.js'
import { dateDue, type Calendar } from '../calendar.js'
import type { Instant } from '../ids.js'
import type { BaseState } from '../state.js'

interface Counted {
  readonly state: BaseState
  /** So many after the last day of the term. */
  readonly days: number
  /** So many before that day the renewal is raised, and its time begins to run. */
  readonly renewalDays: number
}

/**
 * The end of the grace for one side: so many days after the term, and as many more as the base was held or stopped since its renewal
 * was to be raised. Calendar days, as those of the grace, for nobody could act on any of them (3.13, 8.5).
 */
export const graceEnds = (calendar: Calendar, { state, days, renewalDays }: Counted): Instant => {
  const last = plainDate(state.facts.endsOn ?? '')
  const raisedOn = addDays(last, -renewalDays)
  const stopped = (state.facts.stops ?? []).map(({ since, until }) => {
    const from = localDate(calendar, since)
    return Math.max(0, daysFrom(from > raisedOn ? from : raisedOn, localDate(calendar, until)))
  })
  return dateDue(calendar, addDays(last, days + sum(stopped)))
}

/** So many days after the term, of which the clock takes note: no hold and no stop moves them, since both sides alone move a term (3.13). */
export const termOver = (calendar: Calendar, { state, days }: Pick<Counted, 'state' | 'days'>): Instant =>
  dateDue(calendar, addDays(plainDate(state.facts.endsOn ?? ''), days))

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
