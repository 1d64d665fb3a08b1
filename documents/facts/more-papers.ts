import type { LocalText } from '../../domain/locale.js'
import type { Days } from '../../domain/procedure.js'
import type { ConditionOnPaper, PlainDateText, Wording } from './parts.js'

/** Which of the two sides of a memorandum. */
type SideOnPaper = 'alliance' | 'government'

/** What the papers tell of what both sides did with a text, and of the acts around the name. */
export interface MoreFacts {
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
  readonly concordance_certificate: {
    readonly certifiedOn: PlainDateText
    /** The hash of the whole text. */
    readonly hash: string
    readonly languages: readonly LocalText[]
    readonly clauses: readonly {
      readonly name: LocalText
      /** As the certified model has it, or written for this memorandum and read beside each other. */
      readonly kind: 'model' | 'checked'
      /** The hash in each language, in the order of the languages. */
      readonly hashes: readonly string[]
    }[]
  }
  readonly authority_record: {
    readonly sides: readonly {
      readonly side: SideOnPaper
      readonly office?: Wording
      readonly act?: Wording
      readonly actOn?: Wording
      readonly validUntil?: Wording
      readonly shownOn: PlainDateText
    }[]
  }
  readonly custody_record: {
    /** The hash of the text that was signed; absent where it was the model's own and nobody handed it over. */
    readonly hash?: string
    readonly signatures: readonly {
      readonly side: SideOnPaper
      readonly office?: Wording
      readonly place?: Wording
      readonly day?: Wording
      readonly way: Wording
    }[]
    readonly originals: readonly {
      readonly side: SideOnPaper
      readonly keeper?: Wording
      readonly mark?: Wording
      readonly filedOn: PlainDateText
    }[]
  }
  readonly name_licence: {
    readonly grantedOn: PlainDateText
    readonly marks?: Wording
    readonly uses?: Wording
    readonly plaqueText?: Wording
    /** Within which time the use ends when the name does (8.11). */
    readonly signsOff?: Days
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
