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

/** Why something that was said about a text is not answered so. */
export type AnswerBar = 'closed' | 'own_only' | 'elsewhere' | 'otherwise' | 'reason' | 'other_agrees'

/**
 * What stands against answering a proposal so: its side alone withdraws it, and it is accepted or rejected where the text is handed
 * over; undefined: nothing does.
 */
export const barToAnswer = (
  proposal: Pick<BroughtProposal, 'side' | 'state'> | undefined,
  { to, side, text, hasWords }: AnsweredProposal,
): AnswerBar | undefined => {
  if (proposal?.state !== 'open') return 'closed'
  if (to === 'withdrawn') return proposal.side === side ? undefined : 'own_only'
  if (to !== 'accepted' && to !== 'rejected') return 'otherwise'
  if (text?.hands === undefined) return 'elsewhere'
  return to === 'rejected' && !hasWords ? 'reason' : undefined
}

/** Whether a proposal may be answered so. */
export const mayAnswer = (
  proposal: Pick<BroughtProposal, 'side' | 'state'> | undefined,
  answered: AnsweredProposal,
): boolean => barToAnswer(proposal, answered) === undefined

interface AnsweredIssue {
  readonly to: Exclude<IssueState, 'open'>
  readonly side: Side
  readonly text: AnsweringStep
}

type MovedFrom = Pick<RaisedIssue, 'side' | 'wordedBy'> & { readonly state: string | undefined }

/**
 * What stands against a side moving an issue so: only the one that raised it withdraws it, puts it off, and takes up again what it put
 * off. To what one side has worded the other agrees, unless the step settles what both could not. Undefined: nothing does.
 */
export const barToMove = (
  { state, side: raisedBy, wordedBy }: MovedFrom,
  { to, side, text }: AnsweredIssue,
): AnswerBar | undefined => {
  const isOwn = raisedBy === side
  if (state === 'parked' && !isOwn) return 'own_only'
  if (state !== 'open' && state !== 'proposed' && state !== 'parked') return 'closed'
  if (!isOwn && (to === 'withdrawn' || to === 'parked')) return 'own_only'
  const isAgreed = text?.settles === true || (wordedBy !== undefined && wordedBy !== side)
  return to === 'agreed' && !isAgreed ? 'other_agrees' : undefined
}

/** Whether a side may move an issue so. */
export const mayMove = (issue: MovedFrom, answered: AnsweredIssue): boolean => barToMove(issue, answered) === undefined
