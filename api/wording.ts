import type { LocalText } from '../domain/locale.js'
import type { Option, StepKey } from '../domain/values/step-key.js'
import { optionLabel } from '../domain/words/options.js'
import { stepTitle } from '../domain/words/steps.js'

/** A step's title in every language. */
export const titlesOf = (key: StepKey): LocalText => ({ en: stepTitle(key, 'en'), 'zh-CN': stepTitle(key, 'zh-CN') })

/** What an option of a step is called, in every language. */
export const labelsOf = (step: { readonly key: StepKey; readonly option: Option }): LocalText => ({
  en: optionLabel(step, 'en'),
  'zh-CN': optionLabel(step, 'zh-CN'),
})
