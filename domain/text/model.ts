import type { LocalText } from '../locale.js'

/** A wording in the languages of a text, by language tag: data, for a text may have languages that no page has. */
export type Wordings = Readonly<Record<string, string>>

/** What weight a piece of a text has: whether a change of it asks for renewed clearance. */
export type PieceClass = 'material' | 'normal' | 'by_notice'

/** When something belongs to a text: every line that stands here holds. */
export interface AppliesWhen {
  /** One of these variants is chosen. */
  readonly variants?: readonly string[]
  /** This optional clause is taken. */
  readonly option?: string
  /** One of these riders of the place applies. */
  readonly riders?: readonly string[]
  /** These values are there and not empty. */
  readonly filled?: readonly string[]
  /** These values are empty or absent. */
  readonly empty?: readonly string[]
}

/** `{name}` in a wording is a value, `{ref:clause.n}` a reference from elsewhere, `{own:clause.n}` one from within the clause. */
export interface Paragraph {
  /** Never changes; its number is its place among the paragraphs that apply. */
  readonly id: string
  readonly binding: boolean
  readonly when?: AppliesWhen
  /** Only where it is not that of its clause. */
  readonly class?: PieceClass
  readonly text: Wordings
  /** What stands instead where nothing of the text is to bind: written and certified, never made by replacing words. */
  readonly soft?: Wordings
  readonly table?: ParagraphTable
}

/** A table whose rows are a value; without rows its line for "none" stands. */
export interface ParagraphTable {
  readonly columns: readonly { readonly id: string; readonly heading: Wordings; readonly width: number }[]
  readonly rows: string
  readonly none: Wordings
}

/** One of the ways a clause may read. Of one group exactly one applies: the one by fact, else the one chosen, else the first. */
export interface ClauseVariant {
  readonly id: string
  readonly group: string
  readonly title: Wordings
  /** Applies by fact and is not chosen. */
  readonly when?: AppliesWhen
  /** Cleared once for every text: choosing it lets no approval of the drafting side fall. */
  readonly preCleared: boolean
  /** Binding paragraphs take their soft wording. */
  readonly softens?: true
}

export interface Clause {
  readonly id: string
  readonly part: string
  readonly class: PieceClass
  readonly heading: Wordings
  readonly paragraphs: readonly Paragraph[]
  readonly variants?: readonly ClauseVariant[]
  /** It says what the text is not, and names words for that which stand nowhere else. */
  readonly saysWhatItIsNot?: true
}

export interface Annex {
  readonly id: string
  readonly class: PieceClass
  readonly heading: Wordings
  readonly paragraphs: readonly Paragraph[]
}

/** A clause that is put in where it is wanted; its paragraphs stand at the end of the clause it belongs to. */
export interface OptionalClause {
  readonly id: string
  readonly class: PieceClass
  /** When it is offered. */
  readonly offered: LocalText
  readonly clause: string
  readonly paragraphs: readonly Paragraph[]
  /** Words that give way where it is taken, such as the word for two by the word for several. */
  readonly rewords?: readonly { readonly language: string; readonly from: string; readonly to: string }[]
}

/** What a place asks of its text: its languages, its riders, who reads both texts, and what is asked before signature. */
export interface PlaceRules {
  readonly id: string
  /** ISO 3166-1 codes; empty: any place that no other row names. */
  readonly countries: readonly string[]
  /** The authentic languages; `local` is the official language of the place. */
  readonly languages: readonly string[]
  readonly working: readonly string[]
  readonly riders: readonly string[]
  /** Who checks that the languages say the same; empty where there is one language. */
  readonly readers: readonly LocalText[]
  readonly questions: readonly LocalText[]
}

/** What an office clears: the whole text, or the pieces and paragraphs named. */
export interface ClearanceScope {
  readonly id: string
  readonly title: LocalText
  readonly whole?: true
  readonly pieces?: readonly string[]
}

/** A value of the text: where it comes from, in words, and how it is written. */
export interface TextVariable {
  readonly name: string
  /** What stands in its place as long as it has no value. */
  readonly title: LocalText
  readonly source: LocalText
  readonly kind: 'words' | 'figure' | 'rows'
  /** Outside the hash: signatories, contacts, place and day. */
  readonly outside?: true
}

/** How a language numbers and cites: `section 14(2)`, or 第十四条第（二）款. */
export type CitingStyle = 'western' | 'chinese'

/** The model of a text between two sides: clauses, variants and values as data, a version of its own. */
export interface TextModel {
  readonly id: string
  readonly version: number
  readonly languages: Readonly<Record<string, CitingStyle>>
  /** The two sides as the names of values begin: whoever holds an original is named first in it. */
  readonly sides: readonly [string, string]
  readonly title: Paragraph
  readonly recitals: readonly Paragraph[]
  readonly parts: readonly { readonly id: string; readonly heading: Wordings }[]
  readonly clauses: readonly Clause[]
  readonly annexes: readonly Annex[]
  /** What stands above the signatures: outside the hash. */
  readonly closing: readonly Paragraph[]
  readonly options: readonly OptionalClause[]
  readonly places: readonly PlaceRules[]
  readonly scopes: readonly ClearanceScope[]
  readonly variables: readonly TextVariable[]
  /** Days of the model in words: who certified that its languages say the same. */
  readonly certificate: LocalText
}
