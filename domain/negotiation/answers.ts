import type { Side } from '../role.js'
import type { StepText } from './rules.js'
import type { BroughtProposal, IssueState, RaisedIssue } from './version.js'

/** What a step does with the text, as far as it says who may answer what. */
type AnsweringStep = Pick<StepText, 'hands' | 'settles'> | undefined

interface AnsweredProposal {
  readonly to: string
  readonly side: Side
  readonly text: AnsweringStep
  /** Whether words come with it: nothing is rejected without a reason. */
  readonly hasWords: boolean
}

/** Whether a proposal may be answered so: its side alone withdraws it, and it is accepted or rejected where the text is handed over. */
export const mayAnswer = (
  proposal: Pick<BroughtProposal, 'side' | 'state'> | undefined,
  { to, side, text, hasWords }: AnsweredProposal,
): boolean => {
  if (proposal?.state !== 'open') return false
  if (to === 'withdrawn') return proposal.side === side
  return text?.hands !== undefined && (to === 'accepted' || (to === 'rejected' && hasWords))
}

interface AnsweredIssue {
  readonly to: Exclude<IssueState, 'open'>
  readonly side: Side
  readonly text: AnsweringStep
}

/**
 * Whether a side may move an issue so: only the one that raised it withdraws it, puts it off, and takes up again what it put off. To
 * what one side has worded the other agrees, unless the step settles what both could not.
 */
export const mayMove = (
  { state, side: raisedBy, wordedBy }: Pick<RaisedIssue, 'side' | 'wordedBy'> & { readonly state: string | undefined },
  { to, side, text }: AnsweredIssue,
): boolean => {
  const isOwn = raisedBy === side
  const isMovable = state === 'open' || state === 'proposed' || (state === 'parked' && isOwn)
  if (!isMovable || (!isOwn && (to === 'withdrawn' || to === 'parked'))) return false
  return to !== 'agreed' || text?.settles === true || (wordedBy !== undefined && wordedBy !== side)
}
