import { addCalendarDays, dateDue, resumeCalendarDue } from '../calendar.js'
import { addDays } from '../calendar-date.js'
import { dueDay } from '../calendar-zone.js'
import type { BaseNews } from '../command.js'
import type { Instant } from '../ids.js'
import { hasMatter, stepMeaning } from '../meanings.js'
import { nextMatterNo } from '../matters-beside.js'
import { openSteps, type BaseState } from '../state.js'
import { closed } from './close.js'
import { notPast } from './deadline.js'
import { accept, add, calendarOf, claim, draftOf, programmeCalendarIn, type Draft, type Judgement } from './draft.js'
import type { JudgementMoment, Rules } from './draft.js'

/** What two bases may race for: the database grants it together with the event, or the command is judged again. */
export const takeShortlistPlace = (draft: Draft): Draft => {
  const { programme, call } = draft.state
  const taken = claim(draft, { claim: 'shortlist', programme, call, ...waivedOf(draft) })
  return add(taken, { type: 'shortlist_decided', taken: true })
}

/** The same of a slot: the database writes its number, and 0 stands for "the lowest free one". */
export const reserveSlot = (draft: Draft): Draft =>
  add(claim(draft, { claim: 'slot', programme: draft.state.programme, ...waivedOf(draft) }), {
    type: 'slot_reserved',
    slot: 0,
    ...slotUntil(draft, 'days'),
  })

/** The caps once more before a base is activated (8.2). */
export const claimActivation = (draft: Draft): Draft =>
  claim(draft, { claim: 'activation', programme: draft.state.programme, ...waivedOf(draft) })

const waivedOf = ({ state }: Draft): { readonly waived?: true } =>
  state.facts.capsWaived === true ? { waived: true } : {}

/** When the board is asked about a slot: counted in the programme's calendar, since its board has to act (R4, R5). */
export const slotUntil = (draft: Draft, from: 'days' | 'launchDays'): { readonly lapsesAt?: Instant } => {
  const { reservation } = draft.rules.procedure.settings
  if (reservation === undefined) return {}
  const span = { from: draft.moment.now, days: reservation[from] }
  return { lapsesAt: addCalendarDays(calendarOf(draft, 'programme'), span) }
}

/** When the clock asks the board about the slot of a base, or null: no slot, no such rule, asked already, or frozen. */
export const reservationDueAt = (state: BaseState, { procedure }: Pick<Rules, 'procedure'>): Instant | null => {
  const { slotUntil: until, slotAsked } = state.facts
  if (until === undefined || until === slotAsked || state.frozen !== undefined || state.stage === undefined) return null
  return hasMatter(procedure, 'reservation') ? until : null
}

/** The clock asks the board whether the slot lapses (R5, 4.11). */
export const askAboutSlot = (draft: Draft): Draft =>
  add(draft, { type: 'matter_raised', matter: 'reservation', no: nextMatterNo(draft.state) })

/** The board prolongs: counted from the day on which the time before ran out (R5). */
export const prolongReservation = (draft: Draft): Draft => {
  const { slotUntil: from } = draft.state.facts
  const { reservation } = draft.rules.procedure.settings
  if (from === undefined || reservation === undefined) return draft
  const calendar = calendarOf(draft, 'programme')
  const later = dateDue(calendar, addDays(dueDay(calendar, from), reservation.prolongDays))
  const lapsesAt = notPast(later, { calendar, now: draft.moment.now, pace: draft.rules.procedure.settings.pace })
  return add(draft, { type: 'reservation_moved', from, lapsesAt, cause: 'prolonged' })
}

/** A clock of calendar days that stood still in a hold or a freeze (R5, 8.5); one that ran out before does not come back. */
export const resumeReservation = (draft: Draft, stoppedAt: Instant): Draft => {
  const { slotUntil: from, slotAsked } = draft.state.facts
  if (from === undefined || from === slotAsked) return draft
  const calendar = programmeCalendarIn(draft.rules.calendars)
  const lapsesAt = resumeCalendarDue(calendar, { due: from, stoppedAt, resumedAt: draft.moment.now })
  return lapsesAt === from ? draft : add(draft, { type: 'reservation_moved', from, lapsesAt, cause: 'resume' })
}

type Offer = Extract<BaseNews, { type: 'offer' }>

/**
 * The programme offers a freed slot: whoever waits for one is asked at once. An offer that was heard before, or comes when
 * the base no longer waits, is no events; the programme hears where the base stands (8.3).
 */
export const judgeOffer = (
  state: BaseState,
  { command, rules, moment }: { command: Offer; rules: Rules; moment: JudgementMoment },
): Draft | Judgement => {
  const draft = draftOf(state, { rules, moment })
  const { steps } = rules.procedure
  const step = openSteps(state).find(({ key }) => steps[key]?.means === 'slot_waiting')
  const isOffered = stepMeaning(steps, 'slot_offer') !== undefined
  if (step === undefined || state.facts.offer === command.offer || !isOffered) return accept(draft)
  const heard = add(draft, { type: 'offer_received', offer: command.offer })
  return closed(heard, { step, option: 'offer', code: undefined, how: 'clock' })
}
