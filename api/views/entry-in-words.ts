import type { Locale, LocalText } from '../../domain/locale.js'
import type { EventType } from '../../domain/event.js'
import { isStage, isStatus, lifecycle, stageLabel, type Status } from '../../domain/lifecycle.js'
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
      type === 'withheld' ? undefined : happened({ type, payload })[locale],
      [step, titles?.[locale]].filter((part) => part !== undefined).join(' '),
      label?.[locale],
      withheld ? notForYou[locale] : undefined,
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' · ')
  return { en: inLanguage('en'), 'zh-CN': inLanguage('zh-CN') }
}

type Told = Pick<ListedEntryView, 'type' | 'payload' | 'withheld'>

const happened = ({ type, payload }: { readonly type: EventType; readonly payload: unknown }): LocalText => {
  if (isUnassessed({ type, payload })) return notAssessed
  const [from, to, stage] = ['from', 'to', 'stage'].map((name) => fieldOf(payload, name))
  if (type === 'status_changed' && isKnownStatus(from) && isKnownStatus(to))
    return movedInWords(lifecycle[from].label, lifecycle[to].label)
  if (type === 'stage_entered' && stage !== undefined && isStage(stage))
    return enteredInWords(eventWords[type], stageLabel[stage])
  return eventWords[type]
}

const isKnownStatus = (text: string | undefined): text is Status => text !== undefined && isStatus(text)

/** From which status to which; one that the table does not know any more is left to the entry itself. */
const movedInWords = (from: LocalText, to: LocalText): LocalText => ({
  en: `${eventWords.status_changed.en} from “${from.en}” to “${to.en}”`,
  'zh-CN': `${eventWords.status_changed['zh-CN']}：由“${from['zh-CN']}”变为“${to['zh-CN']}”`,
})

const enteredInWords = (entered: LocalText, stage: LocalText): LocalText => ({
  en: `${entered.en}: ${stage.en}`,
  'zh-CN': `${entered['zh-CN']}：${stage['zh-CN']}`,
})

const isUnassessed = ({ type, payload }: Pick<Told, 'type' | 'payload'>): boolean =>
  type === 'review_concluded' && typeof payload === 'object' && payload !== null && Object.hasOwn(payload, 'unassessed')

const fieldOf = (payload: unknown, name: string): string | undefined => {
  if (typeof payload !== 'object' || payload === null) return undefined
  const value: unknown = Object.entries(payload).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : undefined
}
