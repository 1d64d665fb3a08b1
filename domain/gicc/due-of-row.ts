import { isPlainDate } from '../calendar-date.js'
import type { LocalText } from '../locale.js'
import { dayEndFor } from '../words/hours.js'

/**
 * By when a row of a form asks for a condition or a recommendation: the day ends where whoever it is addressed to has its days, and is told
 * with both hours (R4). Undefined: the row names no day.
 */
export const dueOfRow = (cells: Readonly<Record<string, unknown>>, place: string): LocalText | undefined => {
  const { due_on: on, owner, addressee = owner } = cells
  return typeof on === 'string' && isPlainDate(on) ? dayEndFor(on, { owner: addressee, place }) : undefined
}
