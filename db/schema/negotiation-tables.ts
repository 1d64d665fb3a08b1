import type { Instant, PersonId, Sha256, BaseId } from '../../domain/ids.js'
import type { ClauseId } from '../../domain/negotiation/rules.js'
import type { Side } from '../../domain/role.js'
import type { StepId } from '../../domain/values/step-key.js'

/** A version of a text, sealed under the key of its base. */
export interface TextVersionTable {
  base: BaseId
  hash: Sha256
  body: string
  kept_at: Instant
}

/** What is said about a text before or with a decision, sealed under the key of its author. */
export interface TextItemTable {
  base: BaseId
  no: number
  /** The visit it was written on. */
  step: StepId
  kind: 'proposal' | 'comment' | 'issue'
  side: Side
  seen_by: 'own_side' | 'both'
  clauses: readonly ClauseId[]
  hash: Sha256
  body: string
  author: PersonId
  made_at: Instant
  command: string
}

/** An answer to a proposal, or what becomes of an issue, as it is drafted on one visit. */
export interface TextAnswerTable {
  base: BaseId
  no: number
  step: StepId
  state: string
  hash: Sha256 | null
  body: string | null
  author: PersonId
  given_at: Instant
}
