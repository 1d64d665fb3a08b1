import type { Nominate } from '../command.js'
import type { Actor } from '../values/actor.js'
import { mandateFor } from '../mandate-for.js'
import { byOf, openSteps, type BaseState } from '../state.js'
import { closed } from './close.js'
import {
  accept,
  actingUnder,
  add,
  claim,
  draftOf,
  partnerCalendarId,
  refuse,
  type Draft,
  type Judgement,
  type JudgementMoment,
  type Rules,
} from './draft.js'
import { steps } from '../gicc/steps.js'
import { offices } from '../role.js'
import { settle } from './settle.js'

/**
 * A programme manager puts a cluster forward (4: the manager begins a base's process). One open base per cluster is
 * claimed in the database; the window of the call must still be open.
 */
export const judgeNominate = (
  state: BaseState,
  { command, actor, rules, moment }: { command: Nominate; actor: Actor; rules: Rules; moment: JudgementMoment },
): Judgement => {
  if (state.seq > 0) return refuse({ code: 'already_nominated', detail: { base: state.id } })
  const mandate = mandateFor(actor.mandates, { role: offices.nominates, base: state.id, now: moment.now })
  if (mandate === undefined)
    return refuse({
      code: 'not_your_role',
      detail: { step: 'nominate', needs: offices.nominates, have: actor.mandates.map(({ role }) => role) },
    })
  if (isBegunOtherwise(command, rules)) return refuse({ code: 'begun_otherwise', detail: { base: state.id } })
  if (command.windowEnds <= moment.now)
    return refuse({ code: 'call_not_open', detail: { call: command.call, open: '' } })
  const { programme, call, windowEnds, cluster, languages, partsAtHand, invited, rehearsal } = command
  const claimed = claim(actingUnder(mandate, draftOf(state, { rules, moment })), {
    claim: 'cluster',
    programme,
    cluster: cluster.cluster,
  })
  const nominated = add(claimed, {
    type: 'base_nominated',
    programme,
    call,
    windowEnds,
    cluster,
    languages,
    partsAtHand,
    invited,
    rehearsal,
    by: byOf(actor.person, mandate),
  })
  return accept(invited ? enterFile(settle(nominated)) : settle(nominated))
}

/** Whoever reaches the Temporal server can begin a workflow beforehand; the nomination joins it, and says what it is to be. */
const isBegunOtherwise = ({ procedure, cluster }: Nominate, rules: Rules): boolean =>
  procedure !== rules.procedure.id || rules.calendars[partnerCalendarId({ cluster })] === undefined

const enterFile = (draft: Draft): Draft => {
  const step = openSteps(draft.state).find(({ key }) => steps[key]?.withFile !== undefined)
  const option = step === undefined ? undefined : steps[step.key]?.withFile
  if (step === undefined || option === undefined) return draft
  return enterFile(settle(closed(draft, { step, option, code: undefined, how: 'file' })))
}
