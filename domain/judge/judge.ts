import { baseCommandTypes, type BaseCommand, type BaseNews, type Envelope } from '../command.js'
import { type Actor } from '../values/actor.js'
import type { BaseEvent } from '../event.js'
import { isFinal, stageFor } from '../lifecycle.js'
import type { Refusal } from '../refusal.js'
import { stepMeaning } from '../meanings.js'
import { isOfRedress } from '../redress.js'
import { openSteps, type BaseState } from '../state.js'
import { tell } from '../telling.js'
import { defined } from '../values/defined.js'
import { judgeTick } from './clock.js'
import { judgeDecide } from './decide.js'
import { judgeAdopt } from './adopt.js'
import type { Asked, Judge } from './asked.js'
import { judgeComment } from './comment.js'
import { judgeCheckCondition, judgeShowCondition } from './conditions.js'
import { judgeAcceptExhibit, judgeBringExhibit, judgeCheckExhibit, judgeReturnExhibit } from './exhibits.js'
import { judgeExtend } from './extend.js'
import { accept, add, draftOf, refuse, type Judgement, type JudgementMoment, type Rules } from './draft.js'
import { judgeDraw } from './draw.js'
import { judgeHold, judgeResume, judgeWithdraw } from './hold.js'
import { judgeDeclareInterest } from './interest.js'
import { judgeOpenRecord, judgeRaise } from './matter.js'
import { judgeTakeBack } from './take-back.js'
import { judgeAskThirdParty } from './third-party.js'
import { actsAtAll } from './may-act.js'
import { allFromInside } from './name-team.js'
import { judgeMeetingMoved } from './meeting-moved.js'
import { judgeNominate } from './nominate.js'
import { judgeConfirmPaper, judgeEnterPaper, judgeRefusePaper } from './paper.js'
import { judgeReassign } from './reassign.js'
import { judgeRevive } from './revive.js'
import { whyUnsaid } from './says-why.js'
import { proven, whyUnproven } from './weighty.js'
import { settle } from './settle.js'
import { onHold } from './stands-still.js'
import { judgeHolders, judgeLeft } from './vacancy.js'
import { judgeOffer } from './ten.js'
import { notYet } from './turn.js'
import { judgeConfirmVoid, judgeProposeVoid, judgeRevoke } from './void.js'

/**
 * The one place where anything is decided about a base: a command at an instant gives its events and what
 * they open, or one refusal of the catalogue. Called by validator, handler, foresight and tests alike.
 */
export const judge = (
  state: BaseState,
  { envelope, rules }: { envelope: Envelope<BaseCommand | BaseNews>; rules: Rules },
): Judgement => {
  const { command, actor, now, id } = envelope
  const moment: JudgementMoment = { now, commandId: id }
  const claimed =
    rules.claimRefusal?.code === 'out_of_turn' ? notYet(rules.claimRefusal, { actor, now }) : claimRefusal(state, rules)
  if (claimed !== undefined) return refuse(claimed)
  return isAct(command)
    ? judgeAct(state, { command, actor, rules, moment })
    : judgeNews(state, { command, rules, moment })
}

const isAct = (command: BaseCommand | BaseNews): command is BaseCommand => Object.hasOwn(baseCommandTypes, command.type)

/** What machines bring: nobody waits for an answer, so a "no" is no events. */
const judgeNews = (
  state: BaseState,
  { command, rules, moment }: { command: BaseNews; rules: Rules; moment: JudgementMoment },
): Judgement => {
  switch (command.type) {
    case 'tick':
      return judgeTick(state, { rules, moment })
    case 'document_made':
      return state.orders.some(({ order }) => order === command.order)
        ? accept(settle(add(draftOf(state, { rules, moment }), made(command))))
        : accept(draftOf(state, { rules, moment }))
    case 'rank':
      return judgeRank(state, { command, rules, moment })
    case 'meeting_moved':
      return judgeMeetingMoved(state, { command, rules, moment })
    case 'holders':
      return judgeHolders(state, { command, rules, moment })
    case 'person_left':
      return judgeLeft(state, { command, rules, moment })
    case 'offer': {
      const heard = judgeOffer(state, { command, rules, moment })
      // An offer that was under way when a stop came is asked, so that the slot is kept for it; it is answered after the stop (8.3).
      const offer = stepMeaning(rules.procedure.steps, 'slot_offer')
      return 'ok' in heard ? heard : accept(settle(heard, defined({ even: offer?.key })))
    }
    case 'cancel_requested':
      return state.seq === 0
        ? accept(draftOf(state, { rules, moment }))
        : accept(add(draftOf(state, { rules, moment }), { type: 'cancel_refused' }))
  }
}

/** Member by member: an event says what its kind says, and nothing that came along. */
const made = ({ order, files }: Extract<BaseNews, { type: 'document_made' }>): BaseEvent => ({
  type: 'document_made',
  order,
  files,
})

interface Act {
  readonly command: BaseCommand
  readonly actor: Actor | undefined
  readonly rules: Rules
  readonly moment: JudgementMoment
}

/** What a person asks: the base must stand, the person must be known. */
const judgeAct = (state: BaseState, { command, actor, rules, moment }: Act): Judgement => {
  if (actor === undefined) throw new TypeError(`${command.type} reached the core without an actor`)
  const idle = actsAtAll(state, { command, actor, separation: rules.procedure.separation, now: moment.now })
  if (idle !== undefined) return refuse(idle)
  if (command.type === 'nominate') return judgeNominate(state, { command, actor, rules, moment })
  if (state.seq === 0) return refuse({ code: 'not_nominated', detail: { base: state.id } })
  if (command.type === 'revive') return judgeRevive(state, { command, actor, rules, moment })
  if (state.closed || isFinal(state.status)) {
    const stillOpen = onOpenSteps.includes(command.type) && !state.closed
    if (!stillOpen) return refuse(ended(state, rules))
  }
  const held = moves.includes(command.type) ? onHold(state) : undefined
  if (held !== undefined) return refuse(held)
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the command finds its own judge by its own name, which the compiler cannot follow
  const judgeOne = judges[command.type] as (state: BaseState, asked: Asked<BaseCommand>) => Judgement
  const judged = judgeOne(state, { command, actor, rules, moment })
  if (!judged.ok) return judged
  const asked = { command, steps: rules.procedure.steps, actor }
  const lacking = whyUnsaid(command) ?? whyUnproven(asked, actor)
  return lacking === undefined ? { ...judged, events: proven(judged.events, asked) } : refuse(lacking)
}

/** Closed for good, or ended with the time for redress running: that is something else, and says what can be done (8.9). */
const ended = (state: BaseState, rules: Rules): Refusal => {
  const { id: base, status, cluster } = state
  const asked = openSteps(state).find(({ key }) => isOfRedress(rules.procedure.steps[key]))
  const { contested } = tell(rules.story(state), { state, procedure: rules.procedure })
  return asked === undefined || contested === undefined
    ? { code: 'base_closed', detail: { base, status } }
    : { code: 'ended_under_redress', detail: { base, status, step: contested, until: asked.dueAt, zone: cluster.zone } }
}

/** What people do on steps that are open still when the outcome is known: feedback, redress, and whoever may not decide on it. */
const onOpenSteps: readonly BaseCommand['type'][] = [
  'decide',
  'enter_paper',
  'confirm_paper',
  'refuse_paper',
  'declare_interest',
  'draw_substitutes',
  'reassign',
  'extend',
  'comment',
  'bring_exhibit',
  'check_exhibit',
  'accept_exhibit',
  'return_exhibit',
]

/** What moves a base on or back: nothing of that happens while it is on hold. */
const moves: readonly BaseCommand['type'][] = [
  'decide',
  'revoke',
  'propose_void',
  'confirm_void',
  'take_back',
  'reassign',
  'enter_paper',
  'confirm_paper',
  'adopt_procedure',
]

type Judges = { readonly [T in BaseCommand['type']]: Judge<T> }

/** Which file judges which command; a command without a judge does not compile. */
const judges: Judges = {
  nominate: judgeNominate,
  decide: judgeDecide,
  comment: judgeComment,
  hold: judgeHold,
  resume: judgeResume,
  withdraw: judgeWithdraw,
  revoke: judgeRevoke,
  propose_void: judgeProposeVoid,
  confirm_void: judgeConfirmVoid,
  raise: judgeRaise,
  open_record: judgeOpenRecord,
  take_back: judgeTakeBack,
  extend: judgeExtend,
  declare_interest: judgeDeclareInterest,
  reassign: judgeReassign,
  draw_substitutes: judgeDraw,
  enter_paper: judgeEnterPaper,
  confirm_paper: judgeConfirmPaper,
  refuse_paper: judgeRefusePaper,
  bring_exhibit: judgeBringExhibit,
  check_exhibit: judgeCheckExhibit,
  accept_exhibit: judgeAcceptExhibit,
  return_exhibit: judgeReturnExhibit,
  show_condition: judgeShowCondition,
  check_condition: judgeCheckCondition,
  ask_third_party: judgeAskThirdParty,
  adopt_procedure: judgeAdopt,
  revive: judgeRevive,
}

const judgeRank = (
  state: BaseState,
  { command, rules, moment }: { command: Extract<BaseNews, { type: 'rank' }>; rules: Rules; moment: JudgementMoment },
): Judgement => {
  const draft = draftOf(state, { rules, moment })
  const { session, place, of } = command
  const known = state.ranks.some((rank) => rank.session === session)
  if (state.seq === 0 || state.closed || known) return accept(draft)
  // A place given before the base is ready would stand in for a session it never had (1.10).
  if (!tell(rules.story(state), { state, procedure: rules.procedure }).awaitsSession) return accept(draft)
  return accept(settle(add(draft, { type: 'ranked', session, place, of })))
}

/** What the database said no to and no vote can turn into a place on the waiting list (8.1). */
const claimRefusal = (state: BaseState, rules: Rules): Refusal | undefined => {
  const { claimRefusal: no } = rules
  switch (no?.code) {
    case 'role_models_full':
      return { code: 'role_models_full', detail: { allowed: no.allowed, ahead: no.ahead } }
    case 'cluster_taken':
      return { code: 'already_nominated', detail: { base: no.base } }
    case 'mandate_not_in_force':
      return { code: 'mandate_not_in_force', detail: { mandate: no.mandate } }
    case 'link_dead':
      return { code: 'link_dead', detail: { link: no.link } }
    case 'territory_taken':
      return !awaitsVote(state, rules) ? { code: 'territory_taken', detail: { base: no.base } } : undefined
    case 'territory_free':
      return { code: 'territory_free', detail: { base: state.id } }
    case 'nobody_from_outside':
      return allFromInside(no)
    // A full cap, quota or a missing slot changes the outcome of the vote instead: see close.ts; a reminder that came
    // back is sent again: see silence.ts.
    case 'category_full':
    case 'province_full':
      return state.stage?.stage === stageFor.signed
        ? { code: 'cap_stands_against', detail: { cap: no.code, have: no.have, allowed: no.allowed } }
        : undefined
    case 'too_few_categories':
    case 'quota_full':
    case 'no_free_slot':
    case 'reminder_bounced':
    case 'out_of_turn':
    case 'person_erased':
    case 'records_held':
    case 'retention_stands':
    case 'rules_newer':
    case undefined:
      return undefined
  }
}

/** Whether a vote is open that can put the base on the waiting list. */
const awaitsVote = (state: BaseState, { procedure }: Rules): boolean =>
  openSteps(state).some(({ key }) => procedure.steps[key]?.options['waiting_list'] !== undefined)
