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
  /** The same for an act of the programme, where the usual words speak of a base (8.3, SD10). */
  readonly ofProgramme?: Sentences<D>
}

/** The mark of a "no" to the signatory of a paper: somebody else reads it, so it says whose act was judged (R16). */
export interface OfSignatory {
  readonly signedBy?: string
}

/** The mark of a "no" to an act of the programme itself: no base is there, and its seats are those of the programme. */
export interface OfProgramme {
  readonly scope?: 'programme'
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
