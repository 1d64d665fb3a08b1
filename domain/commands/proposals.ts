import { registerKinds } from '../register.js'
import type { PublishingCommand } from './publishing.js'

/** What waits for a second person: seats, a version of the rules, or a correction of the register, by the kind of its entry. */
export const proposalKinds = ['seats', 'rules', ...registerKinds] as const
export type ProposalKind = (typeof proposalKinds)[number]

/** Takes back a proposal that nobody has confirmed: whoever made it, or another administrator. */
export interface WithdrawProposal {
  readonly type: 'withdraw_proposal'
  readonly kind: ProposalKind
  /** The name of the proposal, the version such as `full@2027-03-01`, or the id of the entry. */
  readonly id: string
}

export type ProposalCommand = PublishingCommand | WithdrawProposal

/** Whether a command is one of these. */
export const isOfProposals = (command: { readonly type: string }): command is ProposalCommand =>
  ['propose_rules', 'confirm_rules', 'withdraw_proposal'].includes(command.type)
