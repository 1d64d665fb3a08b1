import type { TextContent } from '../negotiation/content.js'
import type { CitingStyle, PieceClass, Wordings } from './model.js'

/** A value as it is put into the wording: the same in every language, one for each, or rows of a table. */
export type TextValue = string | Wordings | { readonly rows: readonly TextRow[] }
export type TextRow = Readonly<Record<string, string | Wordings>>

/** A value with the place it was taken from; `entry` where that is an entry of the ledger. */
export interface SourcedValue {
  readonly value: TextValue
  readonly source: string
  readonly entry?: number
}

/** What was chosen of the model for one text. */
export interface TextChoices {
  /** Group of variants → variant. */
  readonly variants: Readonly<Record<string, string>>
  readonly options: readonly string[]
  readonly riders: readonly string[]
}

/** One text of one base as data: which model, which choices, which values, and what both sides have made of it. */
export interface MemorandumText {
  readonly model: { readonly id: string; readonly version: number }
  readonly languages: {
    readonly authentic: readonly string[]
    readonly reading: readonly string[]
    readonly working: string
  }
  readonly choices: TextChoices
  readonly values: Readonly<Record<string, SourcedValue>>
  /** Its words are these, whatever the model would say with the values of today; absent: nobody has handed one over. */
  readonly made?: TextContent
}

export interface SetParagraph {
  readonly id: string
  /** Absent where a piece has one paragraph alone. */
  readonly number?: number
  /**
   * What is hashed: values filled in, references still by id, the sides in the order of the model. So neither a number that
   * moves nor the order of the two names in an original changes it.
   */
  readonly content: Wordings
  /** As it is read: with the numbers of its references, and whoever holds the original named first. */
  readonly text: Wordings
  readonly table?: SetTable
}

export interface SetTable {
  readonly columns: readonly { readonly id: string; readonly heading: Wordings; readonly width: number }[]
  readonly rows: readonly (readonly Wordings[])[]
  readonly none: Wordings
  /** The name of the value its rows are. */
  readonly from: string
}

/** A piece of the text that is matched by its id: the title, the recitals, a clause, an annex. */
export interface SetPiece {
  readonly id: string
  readonly kind: 'title' | 'recitals' | 'clause' | 'annex'
  readonly part?: string
  readonly number?: number
  readonly class: PieceClass
  readonly heading: Wordings
  readonly paragraphs: readonly SetParagraph[]
}

/** A text as it is read, numbered and filled in. */
export interface SetText {
  readonly model: { readonly id: string; readonly version: number }
  readonly authentic: readonly string[]
  readonly citing: Readonly<Record<string, CitingStyle>>
  readonly pieces: readonly SetPiece[]
  readonly parts: readonly { readonly id: string; readonly heading: Wordings }[]
  readonly closing: readonly SetParagraph[]
  /** Values that the wording asks for and that have no source, by name. */
  readonly missing: readonly string[]
}
