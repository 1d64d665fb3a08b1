import type { ProposalCommand, WithdrawProposal } from '../commands/proposals.js'
import type { PublishingEvent } from '../events/publishing.js'
import type { Instant, PersonId } from '../ids.js'
import { notYourRole } from '../judge/refused.js'
import type { Refusal } from '../refusal.js'
import { registerKey } from '../register.js'
import { offices, type Role } from '../role.js'
import { byOf } from '../state.js'
import type { Actor } from '../values/actor.js'
import type { HeldMandate } from '../values/mandate.js'
import { withoutSeats } from './founding.js'
import { evolvePublishing, nothingPublished, rulesConfirmed, rulesProposed, withoutVersion } from './publishing.js'
import { noRegister, withoutAsked } from './register.js'
import type { ProgrammeState } from './state.js'

interface Asked {
  readonly command: ProposalCommand
  readonly actor: Actor
  readonly now: Instant
  /** The own seat of the actor in one of these roles for the whole programme, in force now. */
  readonly seatIn: (roles: readonly Role[]) => HeldMandate | undefined
}

/** What comes of it: the event with the seat it was done with, or a "no". */
export type ProposalJudgement =
  { readonly event: PublishingEvent; readonly mandate: HeldMandate } | { readonly refusal: Refusal }

/** The rules are the administrators' to publish; a proposal is taken back by an administrator, or by the director who made it. */
const seatsFor: Readonly<Record<ProposalCommand['type'], readonly Role[]>> = {
  propose_rules: [offices.administers],
  confirm_rules: [offices.administers],
  withdraw_proposal: offices.administersWith,
}

/** Versions of the rules by two administrators, and what is taken back before anybody confirmed it. */
export const judgeProposals = (state: ProgrammeState, { command, actor, now, seatIn }: Asked): ProposalJudgement => {
  const needs = seatsFor[command.type]
  const mandate = seatIn(needs)
  if (mandate === undefined) return { refusal: notYourRole(actor, { step: command.type, needs: needs.join(', ') }) }
  const by = byOf(actor.person, mandate)
  const published = state.rules ?? nothingPublished
  const outcome =
    command.type === 'propose_rules'
      ? rulesProposed(published, { command, by, now })
      : command.type === 'confirm_rules'
        ? rulesConfirmed(published, { command, by, now })
        : withdrawn(state, { command, by, mayAny: seatIn([offices.administers]) !== undefined, actor })
  return 'type' in outcome ? { event: outcome, mandate } : { refusal: outcome }
}

interface Withdrawing {
  readonly command: WithdrawProposal
  readonly by: ReturnType<typeof byOf>
  /** Whether it need not be one's own. */
  readonly mayAny: boolean
  readonly actor: Actor
}

const withdrawn = (state: ProgrammeState, { command, by, mayAny, actor }: Withdrawing): PublishingEvent | Refusal => {
  const { type: step, kind, id } = command
  const proposedBy = proposerOf(state, command)
  if (proposedBy === undefined) return noneWaits(command)
  return mayAny || proposedBy === by.person
    ? { type: 'proposal_withdrawn', kind, id, proposedBy, by }
    : notYourRole(actor, { step, needs: offices.administers })
}

const proposerOf = (
  { seats = {}, rules = nothingPublished, register = noRegister }: ProgrammeState,
  { kind, id }: WithdrawProposal,
): PersonId | undefined => {
  const [waiting, key]: readonly [Readonly<Record<string, { readonly by: PersonId }>>, string] =
    kind === 'seats' ? [seats, id] : kind === 'rules' ? [rules.asked, id] : [register.asked, registerKey({ kind, id })]
  return Object.hasOwn(waiting, key) ? waiting[key]?.by : undefined
}

const noneWaits = ({ kind, id }: WithdrawProposal): Refusal => {
  if (kind === 'seats') return { code: 'no_proposal', detail: { proposal: id } }
  if (kind === 'rules') return { code: 'no_rules_proposed', detail: { version: id } }
  return { code: 'no_correction', detail: { kind, id } }
}

/** The next state of a programme after one of these events. */
export const evolveProposals = (
  state: ProgrammeState,
  { event, seq }: { readonly event: PublishingEvent; readonly seq: number },
): ProgrammeState => {
  const { rules = nothingPublished, register = noRegister } = state
  if (event.type !== 'proposal_withdrawn') return { ...state, rules: evolvePublishing(rules, { event, seq }) }
  const { kind, id } = event
  if (kind === 'seats') return { ...state, seats: withoutSeats(state.seats, id) }
  if (kind === 'rules') return { ...state, rules: withoutVersion(rules, id) }
  return { ...state, register: withoutAsked(register, registerKey({ kind, id })) }
}
