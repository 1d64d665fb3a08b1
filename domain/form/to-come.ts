import type { PlainDate } from '../calendar-date.js'
import type { Option } from '../values/step-key.js'
import { holds } from './condition.js'
import { inside, sound, wrong, type AnswerFault } from './fault.js'
import type { FormField } from './field.js'
import type { Form } from './form.js'
import { keyed } from './kinds/kind.js'
import { rowLabel } from './kinds/table.js'
import { readRowsIn } from './rows.js'
import type { ReadValues } from './read-values.js'

interface Lived {
  readonly option: Option
  readonly read: ReadValues
  /** The latest day it is on either side: whoever is ahead has done today what the other does tomorrow. */
  readonly today: PlainDate
}

interface KeptUntil extends Lived {
  /** The last day on which the place of the base is kept, where one is. */
  readonly until?: PlainDate | undefined
}

/** What is to name a day that is not over, and names one that is, or one on which the place is no longer kept (3.10, 3.11). */
export const checkToCome = (form: Form, { option, read, today, until }: KeptUntil): readonly AnswerFault[] =>
  form.fields.flatMap((field) => {
    const day = read[field.code]
    if (field.kind !== 'date' || field.ahead === undefined || typeof day !== 'string') return sound
    if (!holds(field.asked, { option, read })) return sound
    const last = field.ahead === 'while_kept' ? until : undefined
    if (day >= today && (last === undefined || day <= last)) return sound
    return inside(
      field,
      last === undefined
        ? wrong(`a day that is not over, ${today} at the earliest`, `尚未过去的日期，不早于${today}`)
        : wrong(
            `a day from ${today} to ${last}, until when the place is kept`,
            `${today}至${last}之间的日期（名额保留至该日）`,
          ),
    )
  })

/** What is said to be done and lies ahead, field by field: a day to come is not done yet (5.14). */
export const checkNotToCome = (form: Form, { option, read, today }: Lived): readonly AnswerFault[] =>
  form.fields.flatMap((field) => {
    const itself = notToCome(read[field.code], { field, of: { option, read }, today })
    const rows = readRowsIn(read, field.code).flatMap(({ cells }, index) =>
      field.kind === 'table'
        ? inside(
            { code: String(index), label: rowLabel(index) },
            field.columns.flatMap((column) =>
              notToCome(cells[column.code], { field: column, of: { option, read: cells }, today }),
            ),
          )
        : sound,
    )
    return [...itself, ...inside(field, rows)]
  })

interface Held {
  readonly field: FormField
  readonly of: { readonly option: Option; readonly read: ReadValues }
  readonly today: PlainDate
}

const notToCome = (value: unknown, { field, of, today }: Held): readonly AnswerFault[] => {
  if (field.kind !== 'date' && field.kind !== 'period') return sound
  if (field.behind === undefined || !holds(field.behind, of)) return sound
  const { to = value } = keyed(value)
  return typeof to === 'string' && to > today
    ? inside(
        field,
        wrong(
          `a day that has come, ${today} at the latest: what lies ahead is not done yet`,
          `不晚于${today}的日期：尚未到来的不算已完成`,
        ),
      )
    : sound
}
