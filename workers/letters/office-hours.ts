import { weekdayOf } from '../../domain/calendar-date.js'
import { localDate, localTime } from '../../domain/calendar-zone.js'
import { isWorkingDay } from '../../domain/calendar.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import { partnerCalendarId } from '../../domain/judge/draft.js'
import { letters } from '../../domain/letters/letters.js'
import type { Side } from '../../domain/role.js'
import { zoneAround } from '../../domain/words/zone-around.js'
import type { LetterStanding } from './standing.js'

type Looked = Pick<LetterStanding, 'state' | 'step' | 'calendars' | 'now'> & { readonly side: Side | undefined }

/**
 * Whether a letter to the place waits for the next of its office hours. None does that is of a stop, of a rehearsal, or of a date so
 * near that it would suffer by it.
 */
export const waitsForOfficeHours = (
  { kind, facts, rehearsal }: Pick<OutgoingLetter, 'kind' | 'facts' | 'rehearsal'>,
  { state, step, calendars, now, side }: Looked,
): boolean => {
  if (side !== 'partner' || rehearsal || letters[kind].atOnce?.(facts) === true) return false
  if (step !== undefined && Date.parse(step.dueAt) - Date.parse(now) < nearMs) return false
  const zone = zoneAround(state.cluster.zone, now)
  const [day, hour] = [localDate(zone, now), localTime(zone, now)]
  const calendar = calendars[partnerCalendarId(state)]
  const isOpen = calendar === undefined ? weekdayOf(day) <= friday : isWorkingDay(calendar, day)
  return !isOpen || hour < opens || hour >= closes
}

const [opens, closes, friday] = ['08:00', '18:00', 5] as const

/** A weekend and two working days. */
const nearMs = 4 * 24 * 60 * 60 * 1000
