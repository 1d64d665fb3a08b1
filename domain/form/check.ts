import { holds } from './condition.js'
import { every, inside, pointer, sound, wrong, type AnswerFault } from './fault.js'
import type { FormField } from './field.js'
import type { Filled, Form, FormAnswers } from './form.js'
import { isKeyed, keyed, listed } from './kinds/kind.js'
import { checkAnswer, checkReadAnswer } from './kinds/kinds.js'
import { rowLabel } from './kinds/table.js'
import { text } from './kinds/text.js'
import { isRead, isReadByRow, readFilled, totalsOf } from './read.js'
import { mayTravel, type ReadValue, type ReadValues } from './read-values.js'

/**
 * What is wrong with answers, all of it at once: what is lacking, what nobody asked with this option, and what does not
 * fit its kind. Pure, so that the edge, the keyboard and a page say the same.
 */
export const checkFilled = (form: Form, filled: Filled): readonly AnswerFault[] => {
  const { answers, option } = filled
  const read = readFilled(form, filled)
  const known = form.fields.map(({ code }) => code)
  return every(
    ...Object.keys(answers)
      .filter((code) => !known.includes(code))
      .map(notOfTheForm),
    ...form.fields.map((field) =>
      inside(field, checkField(answers[field.code], { field, isAsked: holds(field.asked, { option, read }) })),
    ),
    ...form.fields.map((field) => inside(field, checkRowsMeant(field, answers))),
  ).toSorted((one, other) => (pointer(one) < pointer(other) ? -1 : 1))
}

const notOfTheForm = (code: string): readonly AnswerFault[] => [
  {
    at: [code],
    labels: [],
    needs: { en: 'no answer: the form has no such field', 'zh-CN': '无须填写：表格中没有此项' },
  },
]

/** Whether each row that is meant by its id is there. */
const checkRowsMeant = (field: FormField, answers: FormAnswers): readonly AnswerFault[] => {
  if (field.kind !== 'table') return sound
  const meaning = field.columns.filter((column) => column.kind === 'text' && column.rowOf !== undefined)
  return listed(answers[field.code]).flatMap((row, index) =>
    meaning.flatMap((column) => {
      const of = column.kind === 'text' ? (column.rowOf ?? '') : ''
      const isThere = listed(answers[of]).some((one) => keyed(one)['id'] === keyed(row)[column.code])
      const no = inside(column, wrong(`the id of a row of ${of}, such as r1`, `${of} 中某一行的编号，如 r1`))
      return isThere ? sound : inside({ code: String(index), label: rowLabel(index) }, no)
    }),
  )
}

const checkField = (
  value: unknown,
  { field, isAsked }: { readonly field: FormField; readonly isAsked: boolean },
): readonly AnswerFault[] => {
  if (!isAsked) return value === undefined ? sound : wrong('no answer with this option', '选择此项时无须填写')
  if (value === undefined) return field.optional === true ? sound : wrong('an answer', '须填写')
  return isNothing(value) ? checkNothing(value, field) : checkAnswer(value, field)
}

/** Whether an answer says that there is nothing (1.2). */
const isNothing = (value: unknown): value is Readonly<Record<string, unknown>> => isKeyed(value) && 'none' in value

const whyLabel = { en: 'Reason', 'zh-CN': '理由' }

const checkNothing = (
  value: Readonly<Record<string, unknown>>,
  { nothing = [] }: FormField,
): readonly AnswerFault[] => {
  const { none, why, ...more } = value
  if (!nothing.some((one) => one === none) || Object.keys(more).length > 0) return wrong('an answer', '须填写')
  if (none !== 'ref') return why === undefined ? sound : wrong('no reason', '无须说明理由')
  const asText = { code: 'why', kind: 'text', lines: 'many', most: 200, label: whyLabel } as const
  return inside({ code: 'why', label: whyLabel }, text.check(why, asText))
}

/**
 * What is wrong with what is said to have been read, judged without the answers: each value that the form asks for with this
 * option is there, fits its kind, and nothing else is.
 */
export const checkRead = (
  form: Form,
  { option, read }: { option: string; read: ReadValues },
): readonly AnswerFault[] => {
  const known = new Set(form.fields.filter(isRead).flatMap((field) => [field.code, ...totalsOf(field)]))
  return every(
    ...Object.entries(read)
      .filter(([code, value]) => !known.has(code) || !travels(value))
      .map(([code]) => notOfTheForm(code)),
    ...form.fields.filter(isRead).map((field) => {
      const isAsked = holds(field.asked, { option, read })
      return inside(field, every(checkOne(read[field.code], { field, isAsked }), checkTotals(read, { field, isAsked })))
    }),
  )
}

const checkOne = (
  value: ReadValue | undefined,
  { field, isAsked }: { readonly field: FormField; readonly isAsked: boolean },
): readonly AnswerFault[] => {
  if (field.kind === 'table' && !isReadByRow(field)) return sound
  if (!isAsked) return value === undefined ? sound : wrong('no answer with this option', '选择此项时无须填写')
  if (value === undefined) return mayBeAbsent(field) ? sound : wrong('an answer', '须填写')
  return checkReadAnswer(value, field)
}

/** Nothing is read where an answer may be left out, says that there is nothing, or names somebody outside the register. */
const mayBeAbsent = ({ kind, optional, nothing }: FormField): boolean =>
  optional === true || nothing !== undefined || kind === 'person' || kind === 'organisation'

const checkTotals = (
  read: ReadValues,
  { field, isAsked }: { readonly field: FormField; readonly isAsked: boolean },
): readonly AnswerFault[] =>
  totalsOf(field).flatMap((name) => {
    const total = read[name]
    if (total === undefined) return isAsked && field.optional !== true ? wrong('its totals', '须有合计') : sound
    const counted = countedIn(read, { field, name })
    return typeof total === 'number' && total >= 0 && isAsked && total === (counted ?? total)
      ? sound
      : wrong('the total of what was answered', '与所填内容一致的合计')
  })

/** How often a result of a checklist was given: it stands beside the results and says the same. */
const countedIn = (read: ReadValues, { field, name }: { field: FormField; name: string }): number | undefined => {
  if (field.kind !== 'checklist') return undefined
  return Object.values(keyed(read[field.code])).filter((result) => `${field.code}.${String(result)}` === name).length
}

/** Whether nothing in it is longer, or other, than what may enter a history. */
const travels = (value: unknown): boolean => {
  if (typeof value === 'string') return mayTravel(value)
  if (Array.isArray(value)) return value.every(travels)
  return !isKeyed(value) || Object.values(value).every(travels)
}

/** Whether the answers bear the option they are handed in with. */
export const bearsOption = ({ bears = {} }: Form, { option, read }: { option: string; read: ReadValues }): boolean =>
  holds(bears[option], { option, read })

/** The fields that must be answered with an option before anything is known of the other answers. */
export const neededWith = ({ fields }: Form, option: string): readonly FormField[] =>
  fields.filter((field) => field.optional !== true && holds(field.asked, { option, read: {} }))
