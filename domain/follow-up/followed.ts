import type { TableField } from '../form/field.js'
import { conditionsGoingOn } from '../judge/conditions.js'
import type { Procedure, StepDefinition } from '../procedure.js'
import type { BaseState } from '../state.js'
import { conditionsFollowed, followedTables, itemsOf, type FiledForm, type FollowedItem } from './items.js'

interface Following {
  /** The steps of all times: a later version may have one no more. */
  readonly steps: Readonly<Record<string, Pick<StepDefinition, 'form' | 'conditions'>>>
  readonly procedure: Procedure
  readonly state: BaseState | undefined
  /** What a table says that is not for whoever looks changes nothing in his or her eyes; left out: all is. */
  readonly knows?: (filed: FiledForm, table: TableField) => boolean
}

/** All that is followed on a base and where it stands, as far as it is known to whoever looks. */
export const followed = (
  filed: readonly FiledForm[],
  { steps, procedure, state, knows = () => true }: Following,
): readonly FollowedItem[] => {
  const tablesOf = (filedAt: FiledForm): readonly TableField[] =>
    followedTables(steps[filedAt.key]?.form).map((table) => {
      const { about: _, ...entering } = table
      return knows(filedAt, table) ? table : entering
    })
  const goingOn = state === undefined ? [] : conditionsGoingOn(state, { procedure }).map(({ id }) => id)
  // What a member of a body writes for itself is advice and is followed by nobody (8.16).
  const items = itemsOf(filed, tablesOf).filter(
    ({ kind, filed: { key } }) => kind !== 'condition' || steps[key]?.conditions?.proposes === true,
  )
  return conditionsFollowed(items, { conditions: state?.conditions, goingOn })
}
