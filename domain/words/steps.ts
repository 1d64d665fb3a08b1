import type { Locale, LocalText } from '../locale.js'
import type { StepKey } from '../procedure.js'
import { dueDiligenceTitles } from './steps-due-diligence.js'
import { launchTitles } from './steps-launch.js'
import { matterTitles } from './steps-matters.js'
import { memorandumTitles } from './steps-memorandum.js'
import { nominationTitles } from './steps-nomination.js'
import { tenTitles } from './ten.js'
import { yearlyReviewTitles } from './steps-yearly-review.js'
import { wordOf } from './word-of.js'

/** What the actor of every step does, by step key, with the two steps of the programme itself (1.1a, 1.1b). */
export const stepTitles: Readonly<Record<StepKey, LocalText>> = {
  ...nominationTitles,
  ...dueDiligenceTitles,
  ...memorandumTitles,
  ...launchTitles,
  ...yearlyReviewTitles,
  ...matterTitles,
  ...tenTitles,
}

/** The title of a step: what its actor does, such as "Complete the dossier". An unknown key comes back as it is. */
export const stepTitle = (key: StepKey, locale: Locale): string => wordOf(stepTitles, { key, locale })
