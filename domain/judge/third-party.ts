import { addCalendarDays } from '../calendar.js'
import type { AskThirdParty } from '../commands/third-parties.js'
import { offices } from '../role.js'
import { byOf, type BaseState } from '../state.js'
import { thirdPartyDays } from '../third-parties.js'
import { defined } from '../values/defined.js'
import type { Asked } from './asked.js'
import { accept, actingUnder, add, draftOf, partnerCalendarIn, refuse, type Judgement } from './draft.js'
import { notYourRole } from './refused.js'
import { seatOf } from './seat.js'

/**
 * Whoever notes the work of the year, and who checks it, asks somebody outside about an activity (5.14): one at a time, since of two who
 * are asked at once the one who says what suits would be picked. A question that could not be delivered is waited for no longer: another one
 * names it and comes in its place, and the ledger says so. Its time ends at 24:00 of the place (R4): that side's work it is about.
 */
export const judgeAskThirdParty = (state: BaseState, asked: Asked<AskThirdParty>): Judgement => {
  const { command, actor, moment, rules } = asked
  const { type, confirmation, activity, instead } = command
  const wanted = offices.asksThirdParties
  const mandate = seatOf(state, { actor, moment, wanted })
  if (mandate === undefined) return refuse(notYourRole(actor, { step: type, needs: wanted.join(', ') }))
  const waits = state.thirdParties?.[activity]
  const isWaitedFor = waits !== undefined && waits.until > moment.now
  if (isWaitedFor && waits.confirmation !== instead)
    return refuse({ code: 'third_party_waits', detail: { activity, until: waits.until, zone: state.cluster.zone } })
  const until = addCalendarDays(partnerCalendarIn(rules.calendars, state), { from: moment.now, days: thirdPartyDays })
  const by = byOf(actor.person, mandate)
  const replaces = defined({ instead: isWaitedFor ? instead : undefined })
  const draft = actingUnder(mandate, draftOf(state, asked))
  return accept(add(draft, { type: 'third_party_asked', confirmation, activity, until, ...replaces, by }))
}
