import { inside, type AnswerFault } from './fault.js'
import type { FormColumn } from './field.js'
import type { Form, FormAnswers } from './form.js'
import { keyed, listed } from './kinds/kind.js'
import { rowLabel } from './kinds/table.js'

/** One answer of a form, or one cell of a table, with its place: what is wrong there is told by it. */
export interface PlacedAnswer {
  readonly field: FormColumn
  readonly value: unknown
  readonly within: (faults: readonly AnswerFault[]) => readonly AnswerFault[]
}

/** What was answered, field by field and cell by cell, in the order of the form. */
export const answeredIn = ({ fields }: Form, answers: FormAnswers): readonly PlacedAnswer[] =>
  fields.flatMap((field): readonly PlacedAnswer[] => {
    const value = answers[field.code]
    if (value === undefined) return []
    if (field.kind !== 'table') return [{ field, value, within: (faults) => inside(field, faults) }]
    return listed(value).flatMap((row, index) =>
      field.columns.flatMap((column): readonly PlacedAnswer[] => {
        const cell = keyed(row)[column.code]
        const within: PlacedAnswer['within'] = (faults) =>
          inside(field, inside({ code: String(index), label: rowLabel(index) }, inside(column, faults)))
        return cell === undefined ? [] : [{ field: column, value: cell, within }]
      }),
    )
  })
