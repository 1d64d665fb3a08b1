import type { LocalText } from '../../domain/locale.js'
import type { Days } from '../../domain/procedure.js'
import type { PlainDateText, Wording } from './parts.js'

/** Which of the two sides of a memorandum. */
type SideOnPaper = 'alliance' | 'government'

/** What papers tell of the text that both sides sign, of how they signed it, and of the name that is licensed by it. */
export interface FactsOfSigning {
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
}
