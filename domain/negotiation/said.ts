import type { ActedText } from '../events/negotiation.js'
import type { Side } from '../role.js'
import type { StepId } from '../values/step-key.js'
import { defined } from '../values/defined.js'
import type { BroughtProposal, MovedIssue, NegotiationState, RaisedIssue } from './version.js'

/** What was said about a text, and what became of it. */
export type SaidOfText = Pick<NegotiationState, 'proposals' | 'issues'>

/** What an act says about a text, on which visit and for which side. */
export interface ToldText {
  readonly text: ActedText
  readonly step: StepId
  readonly side: Side
}

/** What stands after an act that brought proposals, answers, issues or moves. */
export const saidAfter = ({ proposals, issues }: SaidOfText, told: ToldText): SaidOfText => ({
  proposals: proposalsAfter(proposals, told),
  issues: issuesAfter(issues, told),
})

/** What stands without a visit that counts no longer: what it brought is gone, what it answered or moved is as it was before. */
export const saidWithout = ({ proposals, issues }: SaidOfText, step: StepId): SaidOfText => ({
  proposals: Object.fromEntries(
    Object.entries(proposals).flatMap(([no, one]) => (one.step === step ? [] : [[no, unanswered(one, step)]])),
  ),
  issues: Object.fromEntries(
    Object.entries(issues).flatMap(([no, one]) => (one.step === step ? [] : [[no, unmoved(one, step)]])),
  ),
})

const proposalsAfter = (
  before: SaidOfText['proposals'],
  { text: { proposals: brought = [], answers = [] }, step, side }: ToldText,
): SaidOfText['proposals'] => {
  const all: Record<string, BroughtProposal> = { ...before }
  for (const { no, clause, reads } of brought) all[no] = { clause, side, state: 'open', step, ...defined({ reads }) }
  for (const { no, state } of answers) {
    const one = all[no]
    if (one !== undefined) all[no] = { ...one, state, answeredOn: step }
  }
  return all
}

const issuesAfter = (
  before: SaidOfText['issues'],
  { text: { issues: raised = [], moves = [] }, step, side }: ToldText,
): SaidOfText['issues'] => {
  const all: Record<string, RaisedIssue> = { ...before }
  for (const { no, clauses } of raised) all[no] = { clauses, side, state: 'open', step }
  for (const { no, state } of moves) {
    const one = all[no]
    if (one !== undefined) all[no] = movedBy(one, [...(one.moves ?? []), { step, side, state }])
  }
  return all
}

const unanswered = ({ answeredOn, ...one }: BroughtProposal, step: StepId): BroughtProposal =>
  answeredOn === step ? { ...one, state: 'open' } : { ...one, ...defined({ answeredOn }) }

const unmoved = (one: RaisedIssue, step: StepId): RaisedIssue =>
  one.moves?.some((move) => move.step === step) === true
    ? movedBy(
        one,
        one.moves.filter((move) => move.step !== step),
      )
    : one

/** An issue is where its last move has brought it, with the wording that was last laid on the table. */
const movedBy = ({ clauses, side, step }: RaisedIssue, moves: readonly MovedIssue[]): RaisedIssue => ({
  clauses,
  side,
  step,
  state: moves.at(-1)?.state ?? 'open',
  ...defined({
    wordedBy: moves.findLast(({ state }) => state === 'proposed')?.side,
    moves: moves.length === 0 ? undefined : moves,
  }),
})
