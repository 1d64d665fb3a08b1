import type { Locale, LocalText } from '../../domain/locale.js'
import { notForYou } from '../../domain/words/doer.js'
import { eventWords, notAssessed } from '../../domain/words/events.js'
import { labelsOf, titlesOf } from '../wording.js'
import type { ListedEntryView } from './history-view.js'

/** What an entry says has happened, with its step and the option that was chosen, as its reader may see it. */
export const entryInWords = ({ type, payload, withheld }: Told): LocalText => {
  const [step, key, option] = ['step', 'key', 'option'].map((name) => fieldOf(payload, name))
  const titles = key === undefined ? undefined : titlesOf(key)
  const label = key === undefined || option === undefined ? undefined : labelsOf({ key, option })
  const inLanguage = (locale: Locale): string =>
    [
      type === 'withheld' ? undefined : (isUnassessed({ type, payload }) ? notAssessed : eventWords[type])[locale],
      [step, titles?.[locale]].filter((part) => part !== undefined).join(' '),
      label?.[locale],
      withheld ? notForYou[locale] : undefined,
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' · ')
  return { en: inLanguage('en'), 'zh-CN': inLanguage('zh-CN') }
}

type Told = Pick<ListedEntryView, 'type' | 'payload' | 'withheld'>

const isUnassessed = ({ type, payload }: Pick<Told, 'type' | 'payload'>): boolean =>
  type === 'review_concluded' && typeof payload === 'object' && payload !== null && Object.hasOwn(payload, 'unassessed')

const fieldOf = (payload: unknown, name: string): string | undefined => {
  if (typeof payload !== 'object' || payload === null) return undefined
  const value: unknown = Object.entries(payload).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : undefined
}
