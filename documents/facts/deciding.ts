import type { LocalText } from '../../domain/locale.js'
import type { ConditionOnPaper, PlainDateText, Wording } from './parts.js'

/** What papers tell of how somebody decided: what was published before, what a body resolved and how it voted, a plan that was accepted, a re-examination. */
export interface FactsOfDeciding {
  readonly public_notice: {
    readonly publishedOn: PlainDateText
    readonly text?: Wording
    readonly period?: Wording
    /** How one objects, as the secretary wrote it. */
    readonly contact?: Wording
  }
  readonly approval_resolution: {
    readonly resolvedOn: PlainDateText
    readonly slot: number
    /** Until when the place is kept for a signature; absent in rules that keep it without an end. */
    readonly keptUntil?: LocalText
    readonly conditions: readonly ConditionOnPaper[]
  }
  readonly improvement_plan: {
    readonly acceptedOn: PlainDateText
    readonly rows: readonly {
      readonly finding: Wording
      readonly cause?: Wording
      readonly measure?: Wording
      readonly owner?: Wording
      readonly by?: Wording
      readonly proof?: Wording
    }[]
    readonly help?: Wording
  }
  readonly session_minutes: {
    /** The role whose members decided, as people call the body. */
    readonly body: LocalText
    readonly heldOn: PlainDateText
    readonly matter: LocalText
    readonly outcome: LocalText
    readonly reason?: LocalText
    /** How many might vote: the seats without the recused, with the substitutes drawn for them (8.4). */
    readonly members: number
    /** How many of them voted, how many had recused themselves, and how many substitutes were drawn. */
    readonly voted: number
    readonly recused: number
    readonly drawn: number
    readonly votes: readonly { readonly option: LocalText; readonly count: number }[]
  }
  readonly redress_decision: {
    readonly askedOn: PlainDateText
    readonly decidedOn: PlainDateText
    readonly relief?: Wording
    readonly upheld: boolean
    /** What was contested: upheld, the result of an extraordinary review is taken away (5.13), and any other decision is made again (R14). */
    readonly on: 'decision' | 'extraordinary'
    /** What was examined, and whether most of the panel found it so. */
    readonly grounds: readonly { readonly ground: Wording; readonly founded: boolean }[]
  }
}
