import { z } from 'zod'
import { proposalKinds } from '../../../domain/commands/proposals.js'
import { dateOrInstant } from '../asking.js'
import { ProgrammeParams } from '../programme.js'
import { RulesParams, seqRead, WithdrawalParams } from '../publishing.js'
import { type CommandEntry, onProgramme, seqOption, type VerbOption } from './entry.js'

const programmeOption: VerbOption = ['--programme <id>', 'the programme', { usually: 'gasme' }]

/** A version of the rules, proposed by one administrator and published by another; no release is needed for it. */
export const publishing = {
  propose_rules: {
    params: ProgrammeParams,
    tag: 'procedures',
    path: '/programmes/:programme/rules',
    body: z
      .strictObject({
        rules: z.looseObject({}).describe('The rules as `procedure show` prints them, with a version of their own.'),
        inForceFrom: dateOrInstant.describe('A day to come, which begins in New York; or an instant.'),
      })
      .meta({ id: 'RulesRequest' }),
    summary: 'Propose a version of the rules',
  } satisfies CommandEntry,
  confirm_rules: {
    params: RulesParams,
    tag: 'procedures',
    path: '/programmes/:programme/rules/:procedure/:version/confirmations',
    body: z.strictObject({ seq: seqRead }).meta({ id: 'RulesConfirmation' }),
    summary: 'Publish a proposed version of the rules as a second administrator',
    verb: {
      usage: 'confirm-rules <procedure> <version>',
      says: 'Publish, as another administrator than who proposed it, a version of the rules; look at preview-rules before.',
      examples: ['confirm-rules full 2027-03-01 --seq 57 --as p-ad-2'],
      needs: [seqOption],
      options: [programmeOption],
    },
  } satisfies CommandEntry,
}

/** What waits for a second person is taken back. */
export const withdrawing = {
  withdraw_proposal: onProgramme(
    {
      params: WithdrawalParams,
      tag: 'programmes',
      path: '/programmes/:programme/proposals/:kind/:proposal/withdrawals',
      body: z.strictObject({}).meta({ id: 'ProposalWithdrawal' }),
      summary: 'Withdraw a proposal that nobody has confirmed',
      verb: {
        usage: 'withdraw-proposal <kind> <proposal>',
        says: `Take back, as whoever made it or as an administrator, what waits for a second person: ${proposalKinds.join(', ')}.`,
        examples: [
          'withdraw-proposal seats so-3 --as p-ad-1',
          'withdraw-proposal rules full@2027-03-01 --as p-ad-1',
          'withdraw-proposal organisation o-hanoi-institute --as p-ad-2',
        ],
        options: [programmeOption],
      },
    },
    ({ params: { kind, proposal: id } }) => ({ type: 'withdraw_proposal', kind, id }),
  ),
}
