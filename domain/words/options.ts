import type { Locale, LocalText } from '../locale.js'
import type { Option, StepKey } from '../values/step-key.js'
import { steps, toldOf } from '../gicc/steps.js'
import { closingOptionLabels } from './options-closing.js'
import { matterOptionLabels } from './options-matters.js'
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

/** Where the same option reads differently on the button of one step. */
export const optionLabelsByStep: Readonly<Record<StepKey, Readonly<Record<Option, LocalText>>>> = toldOf(
  steps,
  ({ labels }) => labels,
)

/** What an option says on the button of a step. An unknown option comes back as it is. */
export const optionLabel = (
  { key, option }: { readonly key: StepKey; readonly option: Option },
  locale: Locale,
): string => optionLabelsByStep[key]?.[option]?.[locale] ?? wordOf(optionLabels, { key: option, locale })
