import type { Locale, LocalText } from '../../domain/locale.js'
import type { Days } from '../../domain/procedure.js'
import type { MouTimes } from '../paper.js'
import { daysInWords } from '../wording.js'

/** What differs from one memorandum to the next; everything else is the model text. */
export interface MouTerms {
  readonly cluster: LocalText
  readonly place: LocalText
  readonly government: LocalText
  readonly industry: LocalText
  readonly termYears: number
  readonly times: MouTimes
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

/** A paragraph that says how long something takes, as the rules have it; without such a time it is said without one. */
export const timed =
  (
    time: keyof Pick<MouTimes, 'notice' | 'firstSitting' | 'signsOff' | 'renewalGrace'>,
    says: Readonly<Record<Locale, (days: string) => string>>,
  ) =>
  ({ times }: MouTerms): LocalText => ({
    en: says.en(inWords(times[time], 'en')),
    'zh-CN': says['zh-CN'](inWords(times[time], 'zh-CN')),
  })

const inWords = (days: Days | undefined, locale: Locale): string =>
  days === undefined ? '' : daysInWords(days, locale)
