import type { OptionRule, Procedure, StepDefinition } from '../procedure.js'
import type { Option } from '../values/step-key.js'
import { timesChosen, timesUpheld } from '../times-chosen.js'
import type { BaseState, StepState } from '../state.js'

/** An option's rule by its own name only: `toString` and the like are no options. */
export const ruleOf = (step: StepDefinition, option: Option): OptionRule | undefined =>
  Object.hasOwn(step.options, option) ? step.options[option] : undefined

/** Whether whoever chooses an option says it in words as well: what carries a code always does (8.14). */
export const asksWords = ({ byClock, says, codes }: OptionRule): boolean =>
  byClock !== true && (says === 'required' || codes !== undefined)

/** What a person brings along for an option beside the option itself. */
export const optionNeeds = ['code', 'reason'] as const

/** What of these an option is not taken without (8.14). */
export const needsOf = (rule: OptionRule | undefined): readonly (typeof optionNeeds)[number][] =>
  optionNeeds.filter((need) => rule !== undefined && asksWords(rule) && (need === 'reason' || rule.codes !== undefined))

/** Whether the loop an option stands for has been gone through as often as it may, with nothing behind it (R1). */
export const isUsedUp = (
  state: BaseState,
  { step, option, rule }: { step: StepState; option: Option; rule: OptionRule },
): boolean => {
  const lead = rule.leads
  if (!('back' in lead) || lead.then !== 'not_offered') return false
  // Each year's review is a new visit of the stage, but a last term is granted once in the life of a base (R1).
  if (option === 'last_term' && state.facts.lastTermUsed) return true
  return timesChosen(state, { step, option }) >= lead.limit + timesUpheld(state, step)
}

/** The options a person may choose on an open step now: what the clock chooses and what is used up are left out. */
export const offeredOptions = (
  state: BaseState,
  { step, procedure }: { step: StepState; procedure: Procedure },
): readonly Option[] => {
  const definition = procedure.steps[step.key]
  if (definition === undefined || definition.decides.by === 'clock') return []
  return definition.order.filter((option) => {
    const rule = ruleOf(definition, option)
    return rule !== undefined && rule.byClock !== true && !isUsedUp(state, { step, option, rule })
  })
}

/** The option that goes on, listed first: the one that brings what the step must bring. */
export const firstOption = (step: StepDefinition): Option => step.order[0] ?? ''
