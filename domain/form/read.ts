import { holds } from './condition.js'
import type { Option } from '../values/step-key.js'
import type { FormField } from './field.js'
import type { FormAnswers, Filled, Form } from './form.js'
import { exhibitsCitedIn } from './kinds/evidence.js'
import { keyed } from './kinds/kind.js'
import { cells, readAnswer } from './kinds/kinds.js'
import { readTable } from './kinds/table.js'
import type { ReadValues } from './read-values.js'

/** Whether the engine reads anything of a field: a confirmation always, for it is said to the programme. */
export const isRead = (field: FormField): boolean =>
  field.read === true || field.kind === 'confirmation' || isReadByRow(field) || totalsOf(field).length > 0

/** Whether a table is read row by row. */
export const isReadByRow = (field: FormField): boolean => field.kind === 'table' && field.reads !== undefined

/** The totals that are read of a field: of a table those it names, of a checklist how often each result was given. */
export const totalsOf = (field: FormField): readonly string[] => {
  if (field.kind === 'table') return (field.totals ?? []).map(({ name }) => `${field.code}.${name}`)
  if (field.kind === 'checklist' && field.read === true) return field.results.map(({ code }) => `${field.code}.${code}`)
  return []
}

/**
 * What the engine reads of answers, field by field in the order of the form: what an answer decides, such as whether the next
 * is asked, is read before it. Of answers that do not fit it reads what it can; `checkFilled` says what does not.
 */
export const readFilled = ({ fields }: Form, { option, answers }: Filled): ReadValues =>
  fields.reduce<ReadValues>((read, field) => readFurther(read, { field, option, value: answers[field.code] }), {})

/** What was read of a form up to a field, and what is read of that field. */
export const readFurther = (
  read: ReadValues,
  { field, option, value }: { readonly field: FormField; readonly option: Option; readonly value: unknown },
): ReadValues =>
  value === undefined || !isRead(field) || !holds(field.asked, { option, read })
    ? read
    : { ...read, ...readField(field, value) }

/** Of what was typed the answers that are asked for with an option; what other options need stays in the draft. */
export const askedOf = (form: Form, { option, answers }: Filled): FormAnswers => {
  const read = readFilled(form, { option, answers })
  const unasked = new Set(form.fields.flatMap(({ code, asked }) => (holds(asked, { option, read }) ? [] : [code])))
  return Object.fromEntries(Object.entries(answers).filter(([code, value]) => value !== null && !unasked.has(code)))
}

const readField = (field: FormField, value: unknown): ReadValues => {
  if (field.kind === 'table') return readTable(value, { field, cells })
  if ('none' in keyed(value)) return {}
  const read = readAnswer(value, field)
  const itself: ReadValues = read === undefined ? {} : { [field.code]: read }
  if (field.kind !== 'checklist') return itself
  const results = Object.values(keyed(read))
  return Object.fromEntries([
    ...Object.entries(itself),
    ...field.results.map(
      ({ code }) => [`${field.code}.${code}`, results.filter((one) => one === code).length] as const,
    ),
  ])
}

/** The exhibits cited anywhere in answers, each once. */
export const exhibitsIn = (answers: FormAnswers): readonly string[] => [...new Set(exhibitsCitedIn(answers))].sort()
