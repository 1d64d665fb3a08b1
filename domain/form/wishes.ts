import { defined } from '../values/defined.js'
import type { Condition } from './condition.js'

/** What one name that is read has to be: one of these, none of these, within these bounds. */
export interface AnswerWish {
  readonly is?: readonly (string | boolean)[]
  readonly isNot?: readonly (string | boolean)[]
  readonly least?: number
  readonly most?: number
}
/** By the names that are read. */
export type Wishes = Readonly<Record<string, AnswerWish>>

/** One way to make a condition hold: of several ways the first. */
export const wishesOf = (condition: Condition | undefined): Wishes => wishes(condition, true)

const wishes = (condition: Condition | undefined, holding: boolean): Wishes => {
  if (condition === undefined || 'option' in condition) return {}
  if ('not' in condition) return wishes(condition.not, !holding)
  if ('all' in condition) return together(holding ? condition.all : condition.all.slice(0, 1), holding)
  if ('any' in condition) return together(holding ? condition.any.slice(0, 1) : condition.any, holding)
  if ('is' in condition) return { [condition.field]: holding ? { is: condition.is } : { isNot: condition.is } }
  const { field, least, most } = condition
  if (holding) return { [field]: defined({ least, most }) }
  return { [field]: least === undefined ? { least: (most ?? 0) + 1 } : { most: least - 1 } }
}

const together = (conditions: readonly Condition[], holding: boolean): Wishes =>
  conditions.reduce<Wishes>((made, one) => {
    const more: Wishes = wishes(one, holding)
    return Object.entries(more).reduce((all, [name, wish]) => ({ ...all, [name]: { ...all[name], ...wish } }), made)
  }, {})
