import { callTitles } from '../gicc/nomination/call.js'
import { steps, toldOf } from '../gicc/steps.js'
import type { Locale, LocalText } from '../locale.js'
import type { StepKey } from '../values/step-key.js'
import { wordOf } from './word-of.js'

/** What the actor of every step does, by step key, with the two steps of the programme itself (1.1a, 1.1b). */
export const stepTitles: Readonly<Record<StepKey, LocalText>> = {
  ...callTitles,
  ...toldOf(steps, ({ title }) => title),
}

/** The title of a step: what its actor does, such as "Complete the dossier". An unknown key comes back as it is. */
export const stepTitle = (key: StepKey, locale: Locale): string => wordOf(stepTitles, { key, locale })
