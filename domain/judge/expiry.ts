import { addDays, type PlainDate } from '../calendar-date.js'
import { localDate, startOfDay } from '../calendar-zone.js'
import { fallenStatuses, type ExhibitState } from '../exhibits/exhibit.js'
import type { Instant } from '../ids.js'
import { isFinal } from '../lifecycle.js'
import type { BaseState } from '../state.js'
import { defined } from '../values/defined.js'
import { add, calendarOf, programmeCalendarId, type Draft, type Rules } from './draft.js'

/** An exhibit with a letter about its end that is still to come: on which day, and how many days before the last. */
interface Ending {
  readonly id: string
  readonly one: ExhibitState
  readonly on: PlainDate
  readonly days: number
}

/** A letter to come about the end of what was brought: of which, on which day, and how many days before the last. */
export interface ExpiryToCome extends Pick<Ending, 'on' | 'days'> {
  readonly exhibits: readonly string[]
  readonly expiresOn: PlainDate
  readonly at: Instant
}

/** The letters to come about the end of what some reader may see, the earliest first; none while nothing runs. */
export const expiriesToCome = (
  state: BaseState,
  { isSeen, ...rules }: Pick<Rules, 'procedure' | 'calendars'> & { readonly isSeen: (one: ExhibitState) => boolean },
): readonly ExpiryToCome[] => {
  const calendar = rules.calendars[programmeCalendarId]
  if (calendar === undefined || expiryDueAt(state, rules) === null) return []
  const together = new Map<string, ExpiryToCome>()
  for (const { id, one, on, days } of endings(state, rules.procedure)) {
    if (one.expiresOn === undefined || !isSeen(one)) continue
    const of = `${on} ${one.expiresOn}`
    const exhibits = [...(together.get(of)?.exhibits ?? []), id]
    together.set(of, { exhibits, on, days, expiresOn: one.expiresOn, at: startOfDay(calendar, on) })
  }
  return [...together.entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, letter]) => letter)
}

/**
 * When the clock tells next that something brought as proof is about to expire, or null: nothing, frozen, or the base is over. By the days
 * of the programme, whoever brought it: by these it is judged whether something may still be cited.
 */
export const expiryDueAt = (
  state: BaseState,
  { procedure, calendars }: Pick<Rules, 'procedure' | 'calendars'>,
): Instant | null => {
  if (state.stage === undefined || state.frozen !== undefined || isFinal(state.status)) return null
  const calendar = calendars[programmeCalendarId]
  const [first] = endings(state, procedure)
    .map(({ on }) => on)
    .toSorted()
  return first === undefined || calendar === undefined ? null : startOfDay(calendar, first)
}

/**
 * Tells whoever brought it what expires on which day: one entry for each person, office, day and circle of readers. What fell, was
 * replaced, or was told of so near to its end already is left out. After a standstill the last letter speaks for all.
 */
export const tellExpiry = (draft: Draft): Draft => {
  const groups = new Map<string, Ending[]>()
  const today = localDate(calendarOf(draft, 'programme'), draft.moment.now)
  for (const ending of endings(draft.state, draft.rules.procedure)) {
    const { person, role, readers, expiresOn } = ending.one
    if (ending.on > today) continue
    const together = [person, role, readers, expiresOn].join(' ')
    groups.set(together, [...(groups.get(together) ?? []), ending])
  }
  return [...groups.values()].reduce(told, draft)
}

const told = (draft: Draft, together: readonly Ending[]): Draft => {
  const [first] = together
  if (first?.one.expiresOn === undefined) return draft
  const { person: broughtBy, readers, role, expiresOn } = first.one
  const days = Math.min(...together.map((ending) => ending.days))
  const exhibits = [...new Set(together.map(({ id }) => id))].toSorted()
  return add(draft, { type: 'expiry_told', exhibits, readers, broughtBy, expiresOn, days, ...defined({ role }) })
}

const endings = ({ exhibits = {} }: BaseState, { settings }: Rules['procedure']): readonly Ending[] => {
  const { expiryNoticeDays = [] } = settings
  if (expiryNoticeDays.length === 0) return []
  return Object.entries(exhibits).flatMap(([id, one]) => {
    const { status, expiresOn, receivedOn, told: before } = one
    if (expiresOn === undefined || fallenStatuses.includes(status)) return []
    return expiryNoticeDays.flatMap((days) => {
      const on = addDays(expiresOn, -days)
      const isTold = before !== undefined && days >= before
      // Whoever brings something as near to its end knows that.
      const isKnown = receivedOn !== undefined && on <= receivedOn
      return isTold || isKnown ? [] : [{ id, one, on, days }]
    })
  })
}
