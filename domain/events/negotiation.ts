import type { BroughtText } from '../commands/negotiation.js'
import type { Instant, PersonId, Sha256 } from '../ids.js'
import type { ClauseId } from '../negotiation/rules.js'
import type { ClauseMarks } from '../negotiation/version.js'
import type { Side } from '../role.js'
import type { By } from '../values/by.js'
import type { StepId, StepKey } from '../values/step-key.js'

/** A clearance that fell with a version, and the clauses that felled it. */
export interface FallenClearance {
  readonly key: StepKey
  readonly step: StepId
  readonly clauses: readonly ClauseId[]
}

/** A clearance that stands although normal clauses changed since: its office is told which, and may take it back until then. */
export interface ToldClearance extends FallenClearance {
  readonly until: Instant
}

/** What an act says about the text: the version it is about, and what it brought beside a version of its own. */
export interface ActedText extends Omit<BroughtText, 'version'> {
  readonly version?: number
}

/** A version of the text goes from one side to both: hashes, numbers and ids (R6). */
export type NegotiationEvent = {
  readonly type: 'text_handed_over'
  readonly step: StepId
  readonly key: StepKey
  readonly no: number
  readonly side: Side
  readonly hash: Sha256
  /** The number of the version it was made from. */
  readonly basedOn?: number
  readonly changed: ClauseMarks
  readonly gone: readonly ClauseId[]
  readonly carries?: true
  readonly editors: readonly PersonId[]
  readonly edits: Sha256
  /** Who looks again, and because of which clauses; absent: nobody. */
  readonly fell?: readonly FallenClearance[]
  /** Which offices of the place are told of normal changes; absent: none. */
  readonly told?: readonly ToldClearance[]
  readonly by: By
}
