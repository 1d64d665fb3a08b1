import type { Option } from '../values/step-key.js'
import type { ReadValues } from './read-values.js'

/**
 * When something is asked, or an option is borne. It speaks of the option and of what the engine reads, of nothing else: the
 * core judges by the same condition and never sees a text.
 */
export type Condition =
  | { readonly option: readonly Option[] }
  /** A choice, a yes or no: one of these. */
  | { readonly field: string; readonly is: readonly (string | boolean)[] }
  /** A number, a count, a sum: within these bounds, both included. What is absent counts as 0. */
  | { readonly field: string; readonly least?: number; readonly most?: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

/** What a condition is asked of. */
export interface Conditioned {
  readonly option: Option
  readonly read: ReadValues
}

/** Whether a condition holds; absent, it always does. */
export const holds = (condition: Condition | undefined, of: Conditioned): boolean => {
  if (condition === undefined) return true
  if ('option' in condition) return condition.option.includes(of.option)
  if ('all' in condition) return condition.all.every((one) => holds(one, of))
  if ('any' in condition) return condition.any.some((one) => holds(one, of))
  if ('not' in condition) return !holds(condition.not, of)
  const value = of.read[condition.field]
  if ('is' in condition) return isOneOf(value, condition.is)
  const { least = -Infinity, most = Infinity } = condition
  const counted = typeof value === 'number' ? value : 0
  return counted >= least && counted <= most
}

/** One of several where one was chosen; any of them where many were. */
const isOneOf = (value: ReadValues[string] | undefined, among: readonly (string | boolean)[]): boolean => {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value]
  return chosen.some((one) => among.some((allowed) => allowed === one))
}

/** The fields a condition speaks of: the engine must read each of them. */
export const fieldsIn = (condition: Condition | undefined): readonly string[] => {
  if (condition === undefined || 'option' in condition) return []
  if ('all' in condition) return condition.all.flatMap(fieldsIn)
  if ('any' in condition) return condition.any.flatMap(fieldsIn)
  if ('not' in condition) return fieldsIn(condition.not)
  return [condition.field]
}

/** The options a condition speaks of: the step must have each of them. */
export const optionsIn = (condition: Condition | undefined): readonly Option[] => {
  if (condition === undefined) return []
  if ('option' in condition) return condition.option
  if ('all' in condition) return condition.all.flatMap(optionsIn)
  if ('any' in condition) return condition.any.flatMap(optionsIn)
  if ('not' in condition) return optionsIn(condition.not)
  return []
}
