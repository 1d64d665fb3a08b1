import type { Locale } from '../domain/locale.js'

type Sentence<D> = Readonly<Record<Locale, (detail: D) => string>>

/** A "no" of the edge: its status and its words in both languages, from the facts of the case. */
export interface ApiProblemEntry<D> {
  readonly status: number
  readonly title: Readonly<Record<Locale, string>>
  /** What was got and what is allowed. */
  readonly says: Sentence<D>
  /** What to do next. */
  readonly next: Sentence<D>
}

/** One entry of the catalogue. */
export const problem = <D>(entry: ApiProblemEntry<D>): ApiProblemEntry<D> => Object.freeze(entry)

/** A sentence that is the same whatever the facts are. */
export const same = (en: string, zh: string): Sentence<unknown> => ({ en: () => en, 'zh-CN': () => zh })
