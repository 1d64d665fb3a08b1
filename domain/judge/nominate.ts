import type { Actor, Nominate } from '../command.js'
import { byOf, mandateFor, openSteps, type BaseState } from '../state.js'
import { closed } from './close.js'
import {
  accept,
  actingUnder,
  add,
  claim,
  draftOf,
  refuse,
  type Draft,
  type Judgement,
  type Moment,
  type Rules,
} from './draft.js'
import { settle } from './settle.js'

/** What a file of invited places stands for: the letter of interest and the invitation were exchanged before (1.2). */
const enteredWithFile: Readonly<Record<string, string>> = { '1.2a': 'sent', '1.2b': 'invite' }

/**
 * A programme manager puts a cluster forward (domain.md 4: PM starts a base's process). One open base per cluster is
 * claimed in the database; the window of the call must still be open.
 */
export const judgeNominate = (
  state: BaseState,
  { command, actor, rules, moment }: { command: Nominate; actor: Actor; rules: Rules; moment: Moment },
): Judgement => {
  if (state.seq > 0) return refuse({ code: 'already_nominated', detail: { base: state.id } })
  const mandate = mandateFor(actor.mandates, { role: 'PM', base: state.id, now: moment.now })
  if (mandate === undefined)
    return refuse({
      code: 'not_your_role',
      detail: { step: 'nominate', needs: 'PM', have: actor.mandates.map(({ role }) => role) },
    })
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

const enterFile = (draft: Draft): Draft => {
  const step = openSteps(draft.state).find(({ key }) => enteredWithFile[key] !== undefined)
  const option = step === undefined ? undefined : enteredWithFile[step.key]
  if (step === undefined || option === undefined) return draft
  return enterFile(settle(closed(draft, { step, option, code: undefined, how: 'file' })))
}
