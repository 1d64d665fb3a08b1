import { holds } from './condition.js'
import type { ChecklistField, FormField, TableField } from './field.js'
import type { FormAnswers, Form } from './form.js'
import { resultsFor } from './kinds/checklist.js'
import { exampleAnswer, cells } from './kinds/kinds.js'
import { exampleRows } from './kinds/table.js'
import { keyed } from './kinds/kind.js'
import { readFurther } from './read.js'
import type { ReadValues } from './read-values.js'
import { wishesOf, type AnswerWish, type Wishes } from './wishes.js'

/**
 * Answers that fit a form and bear the option, plainly invented: what a rehearsal hands in where its play says nothing, and
 * what a law test feeds every form with. `number` makes one differ from the next; what is `given` stands as it is, where it is
 * asked.
 */
export const exampleAnswers = (
  form: Form,
  {
    option,
    number = 1,
    given = {},
  }: { readonly option: string; readonly number?: number; readonly given?: FormAnswers },
): FormAnswers => {
  const wishes = wishesOf(form.bears?.[option])
  const answers: Record<string, unknown> = {}
  let read: ReadValues = {}
  for (const field of form.fields) {
    if (!holds(field.asked, { option, read })) continue
    const isWished = Object.keys(wishes).some((name) => name === field.code || name.startsWith(`${field.code}.`))
    if (given[field.code] === undefined && field.optional === true && !isWished) continue
    const value = given[field.code] ?? exampleFor(field, { wishes, number })
    answers[field.code] = value
    read = readFurther(read, { field, option, value })
  }
  return answers
}

const exampleFor = (
  field: FormField,
  { wishes, number }: { readonly wishes: Wishes; readonly number: number },
): unknown => {
  const { is, isNot = [], least, most } = wishes[field.code] ?? {}
  if (field.kind === 'checklist') return exampleChecklist(field, wishes)
  if (field.kind === 'table') return exampleTable(field, wishes)
  if (field.kind === 'yes_no') return is?.[0] ?? !isNot.includes(true)
  const usual = exampleAnswer(field, number)
  if (field.kind === 'choice')
    return field.choices.find(({ code }) => is?.includes(code) ?? !isNot.includes(code))?.code ?? usual
  if (field.kind === 'number') return Math.min(Math.max(Number(usual), least ?? -Infinity), most ?? Infinity)
  if (field.kind === 'percentage' && field.parts === true && least !== undefined)
    return { numerator: Math.ceil(least * 100), denominator: 100 }
  return usual
}

/** As many items of each result as is wished; the others have the first result of which more may be. */
const exampleChecklist = (field: ChecklistField, wishes: Wishes): unknown => {
  const wishOf = (code: string): AnswerWish => wishes[`${field.code}.${code}`] ?? {}
  return field.items.reduce<Readonly<Record<string, unknown>>>((answers, item, index) => {
    const given = Object.values(answers).map((answer) => keyed(answer)['result'])
    const able = resultsFor(item, field)
    const lacking = able.filter(({ code }) => given.filter((one) => one === code).length < (wishOf(code).least ?? 0))
    // What few items can have stands last in the list, and is given to the first that can.
    const result = lacking.at(-1) ?? able.find(({ code }) => wishOf(code).most === undefined) ?? able[0]
    const alone = { ...field, items: [item], results: result === undefined ? [] : [result] }
    return { ...answers, ...keyed(exampleAnswer(alone, index + 1)) }
  }, {})
}

/** Rows that make the totals that are wished, and as many beside them as the table wants. */
const exampleTable = (field: TableField, wishes: Wishes): unknown => {
  const { totals = [], code, least = 1 } = field
  const wished = totals.flatMap((total) => {
    const wish = wishes[`${code}.${total.name}`]
    return wish?.least === undefined ? [] : [{ total, least: wish.least }]
  })
  const counted = wished.flatMap(({ total, least: count }) =>
    total.sum === undefined ? rowsOf(field, { fixed: total.where, count }) : [],
  )
  const unwished = totals.find(({ name, where, sum }) => {
    const { most } = wishes[`${code}.${name}`] ?? {}
    return most !== undefined && where !== undefined && sum === undefined
  })?.where
  const others = rowsOf(field, {
    avoided: unwished,
    count: Math.max(0, Math.max(least, 1) - counted.length),
    before: counted.length,
  })
  const summed = wished.filter(({ total }) => total.sum !== undefined)
  return [...counted, ...others].map((row, index) => ({
    ...row,
    ...Object.fromEntries(index === 0 ? summed.map(({ total, least: sum }) => [total.sum ?? '', sum]) : []),
    id: `r${index + 1}`,
  }))
}

interface Rows {
  readonly fixed?: { readonly column: string; readonly is: readonly (string | boolean)[] } | undefined
  readonly avoided?: { readonly column: string; readonly is: readonly (string | boolean)[] } | undefined
  readonly count: number
  /** How many rows stand before them: where each choice has one row, those are taken. */
  readonly before?: number
}

/** So many rows with one column fixed, or with none of some values in it. */
const rowsOf = (
  field: TableField,
  { fixed, avoided, count, before = 0 }: Rows,
): readonly Readonly<Record<string, unknown>>[] => {
  if (count === 0) return []
  const narrowed = field.columns.map((column) => {
    if (column.kind !== 'choice' && column.kind !== 'choices') return column
    if (column.code === field.each) return { ...column, choices: column.choices.slice(before) }
    const choices = column.choices.filter(({ code }) => {
      if (column.code === fixed?.column) return fixed.is.includes(code)
      return column.code !== avoided?.column || !avoided.is.includes(code)
    })
    return choices.length === 0 ? column : { ...column, choices }
  })
  return exampleRows({ ...field, columns: narrowed, least: count }, cells).map((row) => ({
    ...keyed(row),
    ...yesNoOf(field, { fixed, avoided }),
  }))
}

const yesNoOf = (
  { columns }: TableField,
  { fixed, avoided }: Pick<Rows, 'fixed' | 'avoided'>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    columns.flatMap(({ kind, code }) => {
      if (kind !== 'yes_no') return []
      if (code === fixed?.column) return [[code, fixed.is[0]]]
      return code === avoided?.column ? [[code, avoided.is[0] === false]] : []
    }),
  )
