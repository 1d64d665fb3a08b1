import type { Instant } from '../ids.js'
import { canMove, carries, stageFor, statusFor } from '../lifecycle.js'
import { matters } from '../matters.js'
import type { BaseState } from '../state.js'
import { partnerCalendarId, programmeCalendarId, type Draft, type Rules } from './draft.js'
import { graceEnds } from './grace.js'
import { finishAs } from './settle.js'

type Asked = Pick<Rules, 'procedure' | 'calendars'>

/**
 * When the grace after the term is over for both sides, or null: no term, or a stop, under which no clock runs. Whoever was silent until
 * then, the programme too, and whatever is still open: a base lives no longer than its memorandum (3.13). Lifted or over, the stop or hold
 * has moved the grace by its days.
 */
export const graceOverAt = (state: BaseState, { procedure, calendars }: Asked): Instant | null => {
  const { endsOn } = state.facts
  if (endsOn === undefined || state.frozen !== undefined || state.stage?.stage !== stageFor.years) return null
  if (!carries(state.status) || !canMove(state.status, statusFor.termOver)) return null
  const days = graceIn(procedure)
  if (days === undefined) return null
  const { renewalDays } = procedure.settings
  const ends = [partnerCalendarId(state), programmeCalendarId].flatMap((id) => {
    const calendar = calendars[id]
    return calendar === undefined ? [] : [graceEnds(calendar, { state, days, renewalDays })]
  })
  return ends.toSorted().at(-1) ?? null
}

/** The base ends with its memorandum, whatever of it nobody did in time. */
export const endWithTerm = (draft: Draft): Draft => finishAs(draft, { status: statusFor.termOver, code: 'LAT' })

/** So many days after the term the place may ask for another one. */
const graceIn = ({ steps }: Asked['procedure']): number | undefined => {
  const asks = Object.values(steps).find(
    ({ matter, begins, due }) =>
      begins === true && matter !== undefined && matters[matter].renewsTerm === true && due.from === 'term',
  )
  return asks?.due.from === 'term' ? asks.due.days.n : undefined
}
