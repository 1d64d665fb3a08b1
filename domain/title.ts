import { plainDate } from './calendar-date.js'
import { endOfDay, type Zone } from './calendar-zone.js'
import type { Instant } from './ids.js'
import { programmeCalendarId, type Rules } from './judge/draft.js'
import { statusOfColour } from './lifecycle.js'
import { hasFound } from './review.js'
import type { BaseState } from './state.js'

/**
 * When the review opens whose result ends the title of role model, unless it gives it again: the title has no clock of its own, and goes
 * with the result of the review so many years after the one that gave it (11). Null: the base does not have it.
 */
export const titleReviewAt = (
  state: BaseState,
  { procedure, calendars }: Pick<Rules, 'procedure' | 'calendars'>,
): Instant | null => {
  const given = state.facts.reviews.findLast((review) => review.colour === 'role_model' && hasFound(review))
  const calendar = calendars[programmeCalendarId]
  if (state.status !== statusOfColour.role_model || given === undefined || calendar === undefined) return null
  return reviewAfter(calendar, { year: given.year, years: procedure.settings.colours.titleYears })
}

/** A review opens when the year before it is over where the programme is, which opens it (5.1). */
export const reviewAfter = (zone: Zone, { year, years }: { readonly year: number; readonly years: number }): Instant =>
  endOfDay(zone, plainDate(`${year + years - 1}-12-31`))
