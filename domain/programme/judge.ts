import { callSteps } from '../gicc/nomination/call.js'
import { addCalendarDays, type Calendar } from '../calendar.js'
import { localDate } from '../calendar-zone.js'
import type { Envelope, ProgrammeCommand, ProgrammeNews } from '../command.js'
import type { Actor } from '../values/actor.js'
import type { HeldMandate } from '../values/mandate.js'
import type { FoundProgramme } from '../commands/founding.js'
import { isRecords, type RecordsCommand } from '../commands/records.js'
import { isOfProposals, type ProposalCommand } from '../commands/proposals.js'
import { isOfRegister, type RegisterCommand } from '../commands/register.js'
import type { Revive } from '../commands/revival.js'
import type { Delegate, EndDelegation } from '../commands/who.js'
import type { ProgrammeEvent } from '../event.js'
import type { By } from '../values/by.js'
import type { Instant } from '../ids.js'
import { awaitsRevival, revivedBy, revivers } from '../judge/revive.js'
import { proven, whyUnproven } from '../judge/weighty.js'
import type { Procedure } from '../procedure.js'
import type { ClaimRefusal, Claim } from '../claims.js'
import { aboutProgramme, type Refusal } from '../refusal.js'
import { offices, type Role } from '../role.js'
import { seatsThatNeverAct, type SeparationRules } from '../separation.js'
import { byOf, isInForce } from '../state.js'
import { notYourRole } from '../judge/refused.js'
import { judgeDelegate, judgeEndDelegation } from './delegation.js'
import { confirmedBy, judgeFound, proposedBy } from './founding.js'
import { judgeProposals } from './proposals.js'
import { judgeRecords, noRecords } from './records.js'
import { judgeRegister, noRegister } from './register.js'
import { judgeConvened, judgeSession } from './sessions.js'
import { openCall, type ProgrammeState } from './state.js'
import { evolveTen, hearStand, noTen, offersToMake } from './waiting-list.js'

export interface ProgrammeRules {
  readonly procedure: Procedure
  /** The programme's own calendar. */
  readonly calendar: Calendar
  readonly claimRefusal?: ClaimRefusal
  /** The entry of the ledger that the run was begun with, where its workflow had been missing. */
  readonly revivedFrom?: number
}

export type ProgrammeJudgement =
  | { readonly ok: true; readonly events: readonly ProgrammeEvent[]; readonly claims: readonly Claim[] }
  | { readonly ok: false; readonly refusal: Refusal }

interface Asked {
  readonly envelope: Envelope<ProgrammeCommand | ProgrammeNews>
  readonly rules: ProgrammeRules
}

/** The one place where anything is decided about a programme: calls (1.1), ranked sessions (1.10), mandates (4). */
export const judgeProgramme = (state: ProgrammeState, asked: Asked): ProgrammeJudgement => {
  const judged = judgeAsked(state, asked)
  const { command, actor } = asked.envelope
  if (!judged.ok || actor === undefined || command.type === 'tick' || command.type === 'base_stands') return judged
  const act = { command, actor, steps: asked.rules.procedure.steps }
  const lacking = whyUnproven(act, actor)
  return lacking === undefined ? { ...judged, events: proven(judged.events, act) } : no(lacking)
}

const judgeAsked = (state: ProgrammeState, { envelope, rules }: Asked): ProgrammeJudgement => {
  const { command, actor, now } = envelope
  if (rules.claimRefusal?.code === 'mandate_not_in_force')
    return no({ code: 'mandate_not_in_force', detail: { mandate: rules.claimRefusal.mandate } })
  if (command.type === 'tick') return tick(state, now)
  if (command.type === 'base_stands') return heardOf(state, { news: command, rules })
  if (actor === undefined) throw new TypeError(`${command.type} reached the core without an actor`)
  if (command.type === 'found') return founded(state, command)
  if (isRecords(command)) return keptOf(state, { command, actor, now, claimRefusal: rules.claimRefusal })
  if (isOfRegister(command)) return entered(state, { command, actor, now })
  if (isOfProposals(command)) return proposed(state, { command, actor, now })
  if (command.type === 'delegate' || command.type === 'end_delegation')
    return lent(state, { command, actor, now, rules })
  const needs = seatsFor[command.type]
  const idle = idleSeat(actor, { command, separation: rules.procedure.separation, now })
  if (idle !== undefined) return no(idle)
  const mandate = seat(actor, { roles: needs, now })
  if (mandate === undefined) return no(notYourRole(actor, { step: command.type, needs: needs.join(', ') }))
  const by = byOf(actor.person, mandate)
  const outcome = decided(state, { command, by, now, rules })
  return 'type' in outcome ? yes([outcome], [{ claim: 'mandate', mandate: mandate.id }]) : no(outcome)
}

/** Who may do what: 1.1 by manager and director, sessions by the secretary, seats by director or administrator. */
const seatsFor: Record<SeatedCommand['type'], readonly Role[]> = {
  propose_call: offices.proposesCalls,
  approve_call: offices.opensCalls,
  convene_session: offices.convenes,
  move_session: offices.convenes,
  note_session: offices.convenes,
  grant_mandates: offices.administersWith,
  confirm_seats: offices.administersWith,
  revoke_mandate: offices.administersWith,
  revive: revivers,
}

type SeatedCommand = Exclude<
  ProgrammeCommand,
  Delegate | EndDelegation | RecordsCommand | RegisterCommand | ProposalCommand | FoundProgramme
>

interface Deciding {
  readonly command: SeatedCommand
  readonly by: By
  readonly now: Instant
  readonly rules: ProgrammeRules
}

const decided = (state: ProgrammeState, deciding: Deciding): ProgrammeEvent | Refusal => {
  const { command, by } = deciding
  switch (command.type) {
    case 'propose_call':
      return state.calls[command.call] === undefined
        ? { type: 'call_proposed', call: command.call, by }
        : { code: 'call_exists', detail: { call: command.call } }
    case 'approve_call':
      return approved(state, { ...deciding, command })
    case 'convene_session':
      return judgeSession(state, { command, by, today: localDate(deciding.rules.calendar, deciding.now) })
    case 'move_session':
    case 'note_session':
      return judgeConvened(state, { command, by, today: localDate(deciding.rules.calendar, deciding.now) })
    case 'grant_mandates':
      return proposedBy(state, { command, by })
    case 'confirm_seats':
      return confirmedBy(state.seats ?? {}, { command, by })
    case 'revoke_mandate':
      return { type: 'mandate_revoked', mandate: command.mandate, code: command.code, by }
    case 'revive':
      return revived(state, { command, by, from: awaitsRevival(state, deciding.rules.revivedFrom) })
  }
}

/** A missing workflow was begun again from the ledger; where it is not missing there is nothing to revive. */
const revived = (
  state: ProgrammeState,
  { command, by, from }: { command: Revive; by: By; from: number | undefined },
): ProgrammeEvent | Refusal =>
  from === undefined
    ? { code: 'workflow_runs', detail: { stream: state.id } }
    : { type: 'programme_revived', ...revivedBy(command, { from, by }) }

/** SD1: who proposed a call does not approve it. An open call runs for the window of the settings (12). */
const approved = (
  state: ProgrammeState,
  { command, by, now, rules }: Deciding & { readonly command: Extract<ProgrammeCommand, { type: 'approve_call' }> },
): ProgrammeEvent | Refusal => {
  const call = state.calls[command.call]
  if (call === undefined || call.state !== 'proposed')
    return { code: 'call_not_open', detail: { call: command.call, open: openCall(state)?.call ?? '–' } }
  if (call.proposedBy === by.person)
    return { code: 'separation_of_duties', detail: { rule: 'SD1', step: callSteps.opening, other: callSteps.proposal } }
  if (command.option === 'not_now') return { type: 'call_put_off', call: command.call, by }
  const windowEnds = addCalendarDays(rules.calendar, { from: now, days: rules.procedure.settings.callWindowDays })
  return { type: 'call_opened', call: command.call, windowEnds, by }
}

const tick = (state: ProgrammeState, now: Instant): ProgrammeJudgement => {
  const open = openCall(state)
  return yes(open !== undefined && open.windowEnds <= now ? [{ type: 'call_closed', call: open.call }] : [], [])
}

/** A seat is lent by whoever holds it himself, so no role of the programme is asked for. */
const lent = (
  state: ProgrammeState,
  {
    command,
    actor,
    now,
    rules,
  }: { command: Delegate | EndDelegation; actor: Actor; now: Instant; rules: ProgrammeRules },
): ProgrammeJudgement => {
  const outcome =
    command.type === 'delegate'
      ? judgeDelegate({ command, actor, now, procedure: rules.procedure, programme: state.id })
      : judgeEndDelegation(state, { command, actor, now })
  return 'refusal' in outcome
    ? no(outcome.refusal)
    : yes([outcome.event], [{ claim: 'mandate', mandate: outcome.mandate.id }])
}

/** Erasing and holding have their own seats: an administrator keeps the people and decides on nothing else (SD10). */
const keptOf = (state: ProgrammeState, asked: Parameters<typeof judgeRecords>[1]): ProgrammeJudgement => {
  const outcome = judgeRecords(state.records ?? noRecords, asked)
  return 'refusal' in outcome ? no(outcome.refusal) : yes([outcome.event], outcome.claims)
}

/** Nobody holds a seat before the first entry, so none is asked for. */
const founded = (state: ProgrammeState, command: FoundProgramme): ProgrammeJudgement => {
  const outcome = judgeFound(state, command)
  return 'code' in outcome ? no(outcome) : yes(outcome, [])
}

/** The register is the administrators' own; who only reads keeps nothing (SD9). */
const entered = (
  state: ProgrammeState,
  { command, actor, now }: { command: RegisterCommand; actor: Actor; now: Instant },
): ProgrammeJudgement => {
  const outcome = judgeRegister(state.register ?? noRegister, {
    command,
    actor,
    seatIn: (roles) => seat(actor, { roles, now }),
  })
  return 'refusal' in outcome
    ? no(outcome.refusal)
    : yes([outcome.event], [{ claim: 'mandate', mandate: outcome.mandate.id }])
}

/** What two administrators publish, and what is taken back, is no act of a call or a session. */
const proposed = (
  state: ProgrammeState,
  { command, actor, now }: { command: ProposalCommand; actor: Actor; now: Instant },
): ProgrammeJudgement => {
  const outcome = judgeProposals(state, { command, actor, now, seatIn: (roles) => seat(actor, { roles, now }) })
  return 'refusal' in outcome
    ? no(outcome.refusal)
    : yes([outcome.event], [{ claim: 'mandate', mandate: outcome.mandate.id }])
}

/** SD9, SD10: an auditor only reads; an administrator keeps the seats, and decides on no call and no session. */
const idleSeat = (
  actor: Actor,
  { command, separation, now }: { command: SeatedCommand; separation: SeparationRules; now: Instant },
): Refusal | undefined => {
  const keepsSeats = ['grant_mandates', 'confirm_seats', 'revoke_mandate', 'revive'].includes(command.type)
  const closed = seatsThatNeverAct(separation).find(
    ({ holds }) =>
      !(keepsSeats && holds === offices.administers) &&
      actor.mandates.some((mandate) => mandate.role === holds && isInForce(mandate, now)),
  )
  return closed === undefined || seat(actor, { roles: seatsFor[command.type], now }) === undefined
    ? undefined
    : { code: 'seat_forbids', detail: { rule: closed.rule, holds: closed.holds, step: command.type } }
}

/** A base tells where it stands: the list is kept, and whoever is next is offered what is free (8.3). */
const heardOf = (
  state: ProgrammeState,
  { news, rules }: { news: Extract<ProgrammeNews, { type: 'base_stands' }>; rules: ProgrammeRules },
): ProgrammeJudgement => {
  const ten = state.ten ?? noTen
  const heard = hearStand(ten, news)
  if (heard.length === 0) return yes([], [])
  const { events, claims } = offersToMake(heard.reduce(evolveTen, ten), {
    programme: state.id,
    limits: rules.procedure.settings,
    refused: rules.claimRefusal,
  })
  return yes([...heard, ...events], claims)
}

const seat = (actor: Actor, { roles, now }: { roles: readonly Role[]; now: Instant }): HeldMandate | undefined =>
  actor.mandates.find(
    (mandate) =>
      roles.includes(mandate.role) &&
      mandate.base === undefined &&
      mandate.delegation === undefined &&
      isInForce(mandate, now),
  )

const no = (refusal: Refusal): ProgrammeJudgement => ({ ok: false, refusal: aboutProgramme(refusal) })
const yes = (events: readonly ProgrammeEvent[], claims: readonly Claim[]): ProgrammeJudgement => ({
  ok: true,
  events,
  claims,
})
