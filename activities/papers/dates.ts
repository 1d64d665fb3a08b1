import { localDate } from '../../domain/calendar-zone.js'
import { zoneAround } from '../../domain/words/zone-around.js'

/** The date a moment falls on in a zone, as `2027-03-31`: the day of a paper, never the end of a time. */
export const dayOf = (instant: string, zone: string): string => localDate(zoneAround(zone, instant), instant)
