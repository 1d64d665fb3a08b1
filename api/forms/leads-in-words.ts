import { lifecycle, stageLabel } from '../../domain/lifecycle.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import type { Lead } from '../../domain/procedure.js'
import { stepTitle } from '../../domain/words/steps.js'

/** What follows from an option, for whoever is about to choose it; undefined where nothing opens by it alone. */
export const leadsInWords = (lead: Lead | undefined): LocalText => ({
  en: inWords(lead, 'en'),
  'zh-CN': inWords(lead, 'zh-CN'),
})

const listIn = (keys: readonly string[], locale: Locale): string =>
  keys.map((key) => stepTitle(key, locale)).join(locale === 'en' ? '; ' : '；')

const sentences: Record<
  Locale,
  { readonly [K in 'next' | 'back' | 'end' | 'stage' | 'settled' | 'alone']: (what: string) => string }
> = {
  en: {
    next: (what) => `Next: ${what}.`,
    back: (what) => `Goes back to: ${what}.`,
    end: (what) => `Ends with: ${what}.`,
    stage: (what) => `The stage is complete; next: ${what}.`,
    settled: () => 'This matter is settled.',
    alone: () => 'By this alone no step opens.',
  },
  'zh-CN': {
    next: (what) => `下一步：${what}。`,
    back: (what) => `退回：${what}。`,
    end: (what) => `以“${what}”结束。`,
    stage: (what) => `本阶段完成；下一阶段：${what}。`,
    settled: () => '该事项办结。',
    alone: () => '仅凭此项不启动新的步骤。',
  },
}

const inWords = (lead: Lead | undefined, locale: Locale): string => {
  const say = sentences[locale]
  if (lead === undefined) return say.alone('')
  if ('back' in lead) return say.back(stepTitle(lead.back, locale))
  if ('end' in lead) return say.end(lifecycle[lead.end].label[locale])
  if ('to' in lead) return lead.to.length === 0 ? say.settled('') : say.next(listIn(lead.to, locale))
  return 'stage' in lead ? say.stage(stageLabel[lead.stage][locale]) : say.settled('')
}
