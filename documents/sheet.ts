import type { Locale, LocalText } from '../domain/locale.js'

export type Tone = 'positive' | 'warning' | 'negative' | 'neutral'

export interface Column {
  readonly label: string
  readonly align: 'left' | 'center' | 'right'
  /** Share of the page width, in fractions. */
  readonly width: number
}

/** One piece of a page: plain text in one language, already worded; the templates only lay it out. */
export type Block =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly type: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly string[])[]
      readonly foot?: readonly string[]
    }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'verdict'; readonly tone: Tone; readonly label: string; readonly text: string }
  | {
      readonly type: 'section'
      /** As its heading bears it; absent for a heading without a number. */
      readonly number?: string
      readonly heading: string
      readonly paragraphs: readonly { readonly mark: string; readonly text: string }[]
    }
  | { readonly type: 'part'; readonly text: string }
  /** A whole text in one language, with its own title, beginning on a page of its own. */
  | {
      readonly type: 'language'
      readonly language: string
      readonly title?: string
      readonly first: boolean
      readonly blocks: readonly Block[]
    }
  /** A section in one language with what was taken out and put in, each paragraph also in words. */
  | {
      readonly type: 'redline'
      readonly language: string
      readonly heading: string
      readonly paragraphs: readonly {
        readonly mark: string
        readonly runs: readonly { readonly how: 'same' | 'taken_out' | 'put_in'; readonly text: string }[]
        readonly inWords: string
      }[]
    }
  | {
      readonly type: 'signatures'
      readonly sides: readonly { readonly of: string; readonly lines: readonly string[] }[]
    }

/** The part of a page that its kind decides. */
export interface Content {
  readonly layout: 'letter' | 'report' | 'memorandum'
  readonly title: string
  readonly subtitle?: string
  readonly addressee?: string
  readonly blocks: readonly Block[]
  /** Name and date at the foot of a letter. */
  readonly signedBy?: { readonly name: string; readonly date: string }
  /** Printed on every page, such as "Draft 2". */
  readonly mark?: string
}

/** A whole page: what is laid out by the templates and nothing else. */
export interface DocumentSheet extends Content {
  readonly language: Locale
  readonly organisation: LocalText
  readonly programme: LocalText
  /** The number of the paper; where it has none, whom it is about. */
  readonly reference: string
  /** Whom it is about, beneath its number; absent where that is the reference. */
  readonly about?: string
  /** The title in pieces between which it may break. */
  readonly titleWords: readonly string[]
  /** What the file says of itself, for whoever finds it without its name. */
  readonly file: { readonly title: string; readonly subject: string; readonly keywords: readonly string[] }
  /** The words around page number and page count, as in `Page |1| of |4|`. */
  readonly pageWords: readonly [before: string, between: string, after: string]
  readonly footer: string
  readonly verification: { readonly title: string; readonly text: string; readonly head: string }
  readonly rehearsal: LocalText | null
  /** The entry's time in whole seconds since 1970 (UTC), the document's own date. */
  readonly at: number
  /** The same day as parts, since the templates cannot take an instant apart. */
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
}
