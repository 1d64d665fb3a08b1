import type { Locale, LocalText } from '../domain/locale.js'
import { optionLabel } from '../domain/words/options.js'
import { reasonCodeLabel } from '../domain/words/reason-codes.js'
import { stepTitle } from '../domain/words/steps.js'

/** A text in every language, from a way to say it in one. */
export const inEveryLanguage = (say: (locale: Locale) => string): LocalText => ({
  en: say('en'),
  'zh-CN': say('zh-CN'),
})

/** A step's title in every language. */
export const titleOf = (key: string): LocalText => inEveryLanguage((locale) => stepTitle(key, locale))

/** What a step's option is called in every language. */
export const wordsOf = (choice: { readonly key: string; readonly option: string }): LocalText =>
  inEveryLanguage((locale) => optionLabel(choice, locale))

/** A reason code in every language (8.14). */
export const reasonOf = (code: string): LocalText => inEveryLanguage((locale) => reasonCodeLabel(code, locale))
