import type { Locale } from '../locale.js'

/** How the world outside treats a refusal; the API alone turns a kind into an HTTP status. */
export type RefusalKind = 'invalid' | 'forbidden' | 'missing' | 'conflict'

type Sentence<D> = (detail: D) => string

export interface RefusalEntry<D> {
  readonly kind: RefusalKind
  /** What was got and what is allowed. */
  readonly says: Record<Locale, Sentence<D>>
  /** What to do next. */
  readonly next: Record<Locale, Sentence<D>>
}

/** One row of the catalogue: the sentence's parameter is the shape of the detail. */
export const refusal = <D>(entry: RefusalEntry<D>): RefusalEntry<D> => Object.freeze(entry)

/** Items of a detail in a sentence; a dash for none. */
export const list = (items: readonly (string | number)[]): string => (items.length === 0 ? '–' : items.join(', '))
