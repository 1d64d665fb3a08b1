import type { TableField } from '../form/field.js'
import type { StepDefinition } from '../procedure.js'
import type { BaseState } from '../state.js'
import type { StepKey } from '../values/step-key.js'
import type { filedFormsIn } from './filed-forms.js'
import { conditionsFollowed, followedTables, itemsOf, type FollowedItem } from './items.js'

interface Following {
  readonly steps: Readonly<Record<string, Pick<StepDefinition, 'form' | 'conditions'>>>
  readonly conditions: BaseState['conditions']
  /** Steps whose outcome is not known to whoever looks change nothing in his or her eyes; left out: all are known. */
  readonly knows?: (key: StepKey) => boolean
}

/** All that is followed on a base and where it stands, as far as it is known to whoever looks. */
export const followed = (
  { filed, closings }: ReturnType<typeof filedFormsIn>,
  { steps, conditions, knows = () => true }: Following,
): readonly FollowedItem[] => {
  const tablesOf = (key: StepKey): readonly TableField[] => {
    const tables = followedTables(steps[key]?.form)
    return knows(key) ? tables : tables.map(({ about: _, ...table }) => table)
  }
  const fixing = closings.filter(
    ({ key, option }) => steps[key]?.conditions?.fixes?.includes(option) === true && knows(key),
  )
  const isDecided = (stage: number): boolean => fixing.some((closing) => closing.stage === stage)
  return conditionsFollowed(itemsOf(filed, tablesOf), {
    conditions: fixing.length > 0 ? conditions : undefined,
    isDecided,
  })
}
