import type { TakeBack } from '../commands/returning.js'
import { frozenBy } from '../matters-beside.js'
import { byOf, type BaseState } from '../state.js'
import { defined } from '../values/defined.js'
import type { Asked } from './asked.js'
import { accept, actingUnder, add, draftOf, refuse, type Judgement } from './draft.js'
import { unsettled } from './matter.js'
import { notYourRole } from './refused.js'
import { seatOf } from './seat.js'
import { settle } from './settle.js'
import { baseFrozen } from './stands-still.js'

/** Whoever raised a matter takes it back, or who holds that role now, as long as it is not settled (3.13). */
export const judgeTakeBack = (state: BaseState, { command, actor, rules, moment }: Asked<TakeBack>): Judgement => {
  const { matter, code, reason } = command
  if (frozenBy(state) !== undefined) return refuse(baseFrozen(state, command.type))
  const raised = unsettled(state, { matter, rules })
  if (raised === undefined) return refuse({ code: 'matter_not_open', detail: { matter } })
  const wanted = raised.role === undefined ? [] : [raised.role]
  const mandate = seatOf(state, { actor, moment, wanted })
  if (mandate === undefined) return refuse(notYourRole(actor, { step: command.type, needs: wanted.join(', ') }))
  const takenBack = add(actingUnder(mandate, draftOf(state, { rules, moment })), {
    type: 'matter_taken_back',
    matter,
    no: raised.no,
    code,
    ...defined({ reason }),
    by: byOf(actor.person, mandate),
  })
  return accept(settle(takenBack))
}
