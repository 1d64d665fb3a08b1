import type { SourcedValue } from '../../../text/text.js'

const setting = (value: SourcedValue['value']): SourcedValue => ({ value, source: 'settings of the text' })

/** What the model sets itself, and what stands where the rules a text is made under have no such time. */
export const textSettings: Readonly<Record<string, SourcedValue>> = {
  'conf.years': setting('5'),
  'answer.days': setting('10'),
  'jsc.members': setting('3'),
  'plaque.size': setting({ en: '600 × 400 mm', 'zh-CN': '600毫米×400毫米' }),
  'notice.days': setting('90'),
  'grace.days': setting('90'),
  'plans.days': setting('90'),
  'sitting.within': setting({ en: '30 days', 'zh-CN': '30日' }),
  'signsOff.within': setting({ en: '30 days', 'zh-CN': '30日' }),
  'report.by': setting({ en: '31 March', 'zh-CN': '3月31日' }),
  'redress.within': setting({ en: '30 days', 'zh-CN': '30日' }),
  'redress.answer': setting({ en: '25 working days', 'zh-CN': '25个工作日' }),
}

/** What the languages of a text are called in each of the model's own. */
export const languageNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { en: 'English', 'zh-CN': '英文' },
  'zh-CN': { en: 'Chinese', 'zh-CN': '中文' },
  it: { en: 'Italian', 'zh-CN': '意大利文' },
  de: { en: 'German', 'zh-CN': '德文' },
  ja: { en: 'Japanese', 'zh-CN': '日文' },
}
