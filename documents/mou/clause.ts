import type { LocalText } from '../../domain/locale.js'

/** What differs from one memorandum to the next; everything else is the model text. */
export interface MouTerms {
  readonly cluster: LocalText
  readonly place: LocalText
  readonly government: LocalText
  readonly industry: LocalText
  readonly termYears: number
  /** How many conditions the annex lists. */
  readonly conditions: number
}

/** One clause. Its paragraphs are pairs, so the two languages cannot have a different number of them. */
export interface MouClause<Key extends string = string> {
  readonly key: Key
  readonly heading: LocalText
  readonly paragraphs: readonly ((terms: MouTerms) => LocalText)[]
}

/** A paragraph that is the same in every memorandum. */
export const fixed = (en: string, chinese: string) => (): LocalText => ({ en, 'zh-CN': chinese })
