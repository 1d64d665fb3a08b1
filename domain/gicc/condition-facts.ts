import { isPlainDate, plainDate } from '../calendar-date.js'
import {
  conditionDues,
  conditionOwners,
  type ConditionFacts,
  type ConditionRule,
  type ConditionTerms,
} from '../conditions.js'
import type { ReadRow, ReadValues } from '../form/read-values.js'
import { idsIn, readRowsIn } from '../form/rows.js'
import { defined } from '../values/defined.js'
import type { Option, StepId } from '../values/step-key.js'
import type { TextReference } from '../values/text-reference.js'

interface Conditioned {
  readonly rule: ConditionRule
  readonly step: StepId
  readonly option: Option
  /** Where the form lies. */
  readonly content: TextReference
  /** The ids of what was proposed before. */
  readonly proposed: readonly string[]
}

/** What a form says of conditions: its own rows become proposals; of those before, what its writer does not drop is kept. */
export const conditionFactsOf = (read: ReadValues, asked: Conditioned): ConditionFacts | undefined => {
  const { rule, step, option, proposed, content } = asked
  const rows = readRowsIn(read, 'conditions')
  if (rule.proposes === true) return { proposed: rows.flatMap((row) => termsOf(row, step)) }
  if (rule.weighs?.by !== option) return undefined
  const named = (row: ReadRow) => idsIn(row.cells['condition'])
  const adopted = rows.filter(({ cells }) => cells['adopt'] === true).flatMap(named)
  const struck = rows.filter(({ cells }) => cells['view'] === 'strike').flatMap(named)
  const changed = rows
    .filter(({ cells }) => cells['view'] === 'change')
    .flatMap(named)
    .filter((id) => proposed.includes(id))
  const reworded = changed.length === 0 ? undefined : { conditions: changed, words: content }
  const says = rows.some(({ cells }) => cells['adopt'] !== undefined)
  // Whoever says yes or no to each keeps those with a yes; whoever may strike some keeps the rest.
  const kept = proposed.filter((id) => (says ? adopted.includes(id) : !struck.includes(id)))
  return { kept, ...defined({ reworded }) }
}

const termsOf = ({ id, cells }: ReadRow, step: StepId): readonly ConditionTerms[] => {
  const due = conditionDues.find((one) => one === cells['due'])
  const owner = conditionOwners.find((one) => one === cells['owner'])
  const on = cells['due_on']
  if (due === undefined || owner === undefined) return []
  const dueOn = typeof on === 'string' && isPlainDate(on) ? plainDate(on) : undefined
  return [{ id: `${step}:${id}`, due, owner, binding: cells['binding'] === true, ...defined({ dueOn }) }]
}
