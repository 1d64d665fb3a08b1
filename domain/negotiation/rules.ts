import type { Option } from '../values/step-key.js'

/** The name of a clause in every version of a text; what is beside the clauses, such as the title and the annexes, has one too. */
export type ClauseId = string

/** What of a text weighs how much, as a version of the rules publishes it. */
export interface NegotiationRules {
  /** Clauses whose change asks nobody to clear the text again; every other one is material. */
  readonly normal: readonly ClauseId[]
  /** Variants of material clauses that the programme has cleared beforehand, by clause. */
  readonly preCleared: Readonly<Record<ClauseId, readonly string[]>>
  /** Which clauses an office clears; a scope that is not here is the whole text. */
  readonly scopes: Readonly<Record<string, readonly ClauseId[]>>
  /** So many calendar days a clearance counts: one that is older at the lock is given anew. Absent: it grows not old. */
  readonly clearanceDays?: number
  /**
   * So many working days an office of the place may take its clearance back after it was told of a normal change. Absent: it is not told.
   */
  readonly takeBackDays?: number
}

/** What must come with an option, or must have been settled before it. */
export const textNeeds = ['proposal', 'remark', 'answers', 'settled', 'open_point', 'unchanged'] as const
export type TextNeed = (typeof textNeeds)[number]

/** What a step does with the text that is negotiated. */
export interface StepText {
  /** By these options a version is handed over. */
  readonly hands?: {
    readonly with: readonly Option[]
    /** It is not decided so without one. */
    readonly must?: true
    /** It may change no more than a language of each clause, or than what was accepted. */
    readonly only?: 'languages' | 'accepted'
  }
  /** Whoever decides names the version that was read, by its hash. */
  readonly sees?: true
  /** By these options the version is cleared, in that scope. */
  readonly clears?: { readonly with: readonly Option[]; readonly scope: string }
  readonly needs?: Readonly<Record<Option, readonly TextNeed[]>>
  /** What both sides could not agree on is settled here: an issue is agreed to whoever worded it. */
  readonly settles?: true
  /** What is said here stays on its side. */
  readonly inner?: true
}
