import type { AppliesWhen, ClauseVariant, TextModel } from './model.js'
import type { MemorandumText, SourcedValue } from './text.js'

/** What a text was made with, as far as it decides which paragraphs apply. */
export type Choosing = Pick<MemorandumText, 'choices' | 'values'>

/** Every variant of the model, in the order of its clauses. */
export const variantsOf = (model: TextModel): readonly ClauseVariant[] =>
  model.clauses.flatMap(({ variants = [] }) => variants)

/** The variant of each group that applies: by fact, else as chosen, else the first of the group. */
export const variantsChosen = (model: TextModel, text: Choosing): readonly ClauseVariant[] => {
  const all = variantsOf(model)
  return [...new Set(all.map(({ group }) => group))].flatMap((group) => {
    const ofGroup = all.filter((variant) => variant.group === group)
    const byFact = ofGroup.find(({ when }) => when !== undefined && factsHold(when, text))
    const chosen = ofGroup.find(({ id, when }) => when === undefined && text.choices.variants[group] === id)
    const first = byFact ?? chosen ?? ofGroup[0]
    return first === undefined ? [] : [first]
  })
}

/** Whether what stands under this condition belongs to a text with these variants. */
export const applies = (
  when: AppliesWhen | undefined,
  { variants, text }: { readonly variants: readonly ClauseVariant[]; readonly text: Choosing },
): boolean => {
  if (when === undefined) return true
  const named = when.variants
  return (named === undefined || variants.some(({ id }) => named.includes(id))) && factsHold(when, text)
}

const factsHold = ({ option, riders, filled, empty }: AppliesWhen, { choices, values }: Choosing): boolean =>
  (option === undefined || choices.options.includes(option)) &&
  (riders === undefined || riders.some((rider) => choices.riders.includes(rider))) &&
  (filled === undefined || filled.every((name) => isFilled(values[name]))) &&
  (empty === undefined || !empty.some((name) => isFilled(values[name])))

/** Whether a value is there and says something. */
export const isFilled = (sourced: SourcedValue | undefined): boolean => {
  if (sourced === undefined) return false
  const { value } = sourced
  if (typeof value === 'string') return value !== ''
  if (hasRows(value)) return value.rows.length > 0
  const wordings = Object.values(value)
  return wordings.length > 0 && wordings.every((wording) => wording !== '')
}

/** Whether a value is the rows of a table. */
export const hasRows = (
  value: SourcedValue['value'],
): value is Extract<SourcedValue['value'], { readonly rows: readonly unknown[] }> =>
  typeof value !== 'string' && 'rows' in value && Array.isArray(value.rows)
