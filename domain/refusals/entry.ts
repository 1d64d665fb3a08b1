import type { Locale } from '../locale.js'

/** How the world outside treats a refusal; the API alone turns a kind into an HTTP status. */
export type RefusalKind = 'invalid' | 'forbidden' | 'missing' | 'conflict' | 'defect'

type Sentence<D> = (detail: D) => string

interface Sentences<D> {
  /** What was got and what is allowed. */
  readonly says: Record<Locale, Sentence<D>>
  /** What to do next. */
  readonly next: Record<Locale, Sentence<D>>
}

export interface RefusalEntry<D> extends Sentences<D> {
  readonly kind: RefusalKind
  /** The same for the clerk who handles a paper, where the usual words say "you" to whoever acts (R16). */
  readonly ofSignatory?: Sentences<D>
}

/** The mark of a "no" to the signatory of a paper: somebody else reads it, so it says whose act was judged (R16). */
export interface OfSignatory {
  readonly signedBy?: string
}

/** A sentence about the signatory of a paper, for the clerk who handles it. */
export const ofSignatory: Readonly<Record<Locale, (signatory: string, says: string) => string>> = {
  en: (signatory, says) => `Signatory ${signatory}: ${says}`,
  'zh-CN': (signatory, says) => `签署人 ${signatory}：${says}`,
}

/** One row of the catalogue: the sentence's parameter is the shape of the detail. */
export const refusal = <D>(entry: RefusalEntry<D>): RefusalEntry<D> => Object.freeze(entry)

/** Items of a detail in a sentence; a dash for none. */
export const list = (items: readonly (string | number)[]): string => (items.length === 0 ? '–' : items.join(', '))
