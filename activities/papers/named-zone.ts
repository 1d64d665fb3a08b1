import { plainDate } from '../../domain/calendar-date.js'
import type { Instant } from '../../domain/ids.js'
import type { NamedZone } from '../../domain/words/hours.js'
import { offsetsOf } from '../calendar-offsets.js'

/** Finding the changes of an offset takes longer than writing the letter they are for. */
const known = new Map<string, NamedZone>()

/** A zone with its offsets around a moment. Throws RangeError for a zone nobody knows. */
export const zoneAround = (zone: string, moment: Instant): NamedZone => {
  const year = moment.slice(0, 4)
  const name = `${zone} ${year}`
  const found = known.get(name)
  if (found !== undefined) return found
  const span = { from: plainDate(`${year}-01-01`), to: plainDate(`${year}-12-31`) }
  const made = { zone, offsets: offsetsOf(zone, span) }
  known.set(name, made)
  return made
}
