import type { PersonId, Sha256 } from '../ids.js'
import type { ClauseId } from '../negotiation/rules.js'
import type { ClauseMarks, IssueState, ProposedReading } from '../negotiation/version.js'

/** What a decision brings of the text that is negotiated: hashes, numbers and ids; the words lie where the records are. */
export interface BroughtText {
  readonly version?: BroughtVersion
  readonly proposals?: readonly ProposalBrought[]
  /** Remarks that both sides may read. */
  readonly comments?: readonly CommentBrought[]
  readonly issues?: readonly IssueBrought[]
  readonly answers?: readonly ProposalAnswer[]
  readonly moves?: readonly IssueMove[]
}

export interface BroughtVersion {
  readonly hash: Sha256
  /** Every clause of it. */
  readonly clauses: ClauseMarks
  /** Everybody whose words are in it since the version before (SD1). */
  readonly editors: readonly PersonId[]
  /** Over all that was edited since then. */
  readonly edits: Sha256
}

export interface ProposalBrought {
  readonly no: number
  readonly clause: ClauseId
  readonly hash: Sha256
  /** By it is held what is taken in where no more may be; absent: it is not taken in there. */
  readonly reads?: ProposedReading
}
export interface CommentBrought {
  readonly no: number
  /** Absent: the text as a whole. */
  readonly clause?: ClauseId
  readonly hash: Sha256
}
export interface IssueBrought {
  readonly no: number
  readonly clauses: readonly ClauseId[]
  readonly hash: Sha256
}
export interface ProposalAnswer {
  readonly no: number
  readonly state: 'accepted' | 'rejected' | 'withdrawn'
  /** Of the reason, which a rejection always has. */
  readonly hash?: Sha256
}
export interface IssueMove {
  readonly no: number
  readonly state: Exclude<IssueState, 'open'>
  readonly hash?: Sha256
}
