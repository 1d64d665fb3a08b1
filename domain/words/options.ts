import type { Locale, LocalText } from '../locale.js'
import type { Option, StepKey } from '../procedure.js'
import { optionLabelsByStep } from './options-by-step.js'
import { closingOptionLabels } from './options-closing.js'
import { matterLabelsByStep, matterOptionLabels } from './options-matters.js'
import { openingOptionLabels } from './options-opening.js'
import { tenOptionLabels } from './ten.js'
import { wordOf } from './word-of.js'

/** What an option says on its button, for every step that has no words of its own for it. */
export const optionLabels: Readonly<Record<Option, LocalText>> = {
  ...openingOptionLabels,
  ...closingOptionLabels,
  ...matterOptionLabels,
  ...tenOptionLabels,
}

/** What an option says on the button of a step. An unknown option comes back as it is. */
export const optionLabel = (
  { key, option }: { readonly key: StepKey; readonly option: Option },
  locale: Locale,
): string =>
  optionLabelsByStep[key]?.[option]?.[locale] ??
  matterLabelsByStep[key]?.[option]?.[locale] ??
  wordOf(optionLabels, { key: option, locale })
