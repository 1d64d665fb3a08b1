import type { AnswerFault } from '../fault.js'
import type { FormColumn, FormField } from '../field.js'
import type { ReadCell } from '../read-values.js'
import { checklist } from './checklist.js'
import { choice, choices, yesNo } from './choices.js'
import { confirmation } from './confirmation.js'
import { date, period } from './dates.js'
import { evidence, file, reference } from './evidence.js'
import { fact } from './fact.js'
import type { KindOfField, Kinds } from './kind.js'
import { money, number, percentage } from './numbers.js'
import { organisation, person, place } from './parties.js'
import { checkReadRows, checkTable, exampleRows, type Cells } from './table.js'
import { text } from './text.js'

/** Each kind of field with what is known of it. */
export const kinds: Kinds = {
  text,
  number,
  money,
  percentage,
  date,
  period,
  choice,
  choices,
  yes_no: yesNo,
  person,
  organisation,
  place,
  fact,
  table: {
    check: (value, field) => checkTable(value, { field, cells }),
    checkRead: (value, field) => checkReadRows(value, { field, cells }),
    example: (field) => exampleRows(field, cells),
  },
  file,
  evidence,
  checklist,
  confirmation,
  reference,
}

/** The one of a field. What kind a field is decides which of them fits it, which the compiler cannot follow. */
const kindOf = <F extends FormField>(field: F): KindOfField<F> =>
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the table has one entry for each kind, of that kind
  kinds[field.kind] as unknown as KindOfField<F>

/** What is wrong with an answer to a field that was asked. */
export const checkAnswer = (value: unknown, field: FormField): readonly AnswerFault[] =>
  kindOf(field).check(value, field)

/** What of a sound answer may travel. */
export const readAnswer = (value: unknown, field: FormField): ReadCell | undefined => kindOf(field).read?.(value, field)

/** What is wrong with what is said to have been read. */
export const checkReadAnswer = (value: unknown, field: FormField): readonly AnswerFault[] =>
  kindOf(field).checkRead?.(value, field) ?? []

/** An invented answer that fits. */
export const exampleAnswer = (field: FormField, number: number): unknown => kindOf(field).example(field, number)

/** The cells of a table are fields as well. */
export const cells: Cells = {
  check: (value: unknown, column: FormColumn) => checkAnswer(value, column),
  read: (value: unknown, column: FormColumn) => readAnswer(value, column),
  checkRead: (value: unknown, column: FormColumn) => checkReadAnswer(value, column),
  example: exampleAnswer,
}
