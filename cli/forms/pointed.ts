import type { FormColumn, TableField } from '../../domain/form/field.js'
import type { Form, FormAnswers } from '../../domain/form/form.js'
import { isKeyed, keyed, listed } from '../../domain/form/kinds/kind.js'
import type { ShownForm } from './shown-form.js'

type Shown = Pick<ShownForm, 'things' | 'prefilled'>

/** Whether a form points at anything: then what it can point at is asked for first. */
export const pointsAway = ({ fields }: Form): boolean =>
  fields.some((field) =>
    field.kind === 'table' ? field.columns.some(({ kind }) => kind === 'reference') : field.kind === 'reference',
  )

/** The form with what may be left out in general, and not where something waits for an answer in it. */
export const asking = (form: Form, shown: Shown): Form => ({
  ...form,
  fields: form.fields.map((field) => {
    if (field.kind !== 'table' || field.about === undefined || shown.prefilled[field.code] === undefined) return field
    const { optional: _, ...asked } = field
    return asked
  }),
})

/**
 * The same answers with things that are there in the place of invented ones, and in a table that asks for certain items a row for
 * each of them, filled in as its example is.
 */
export const pointed = (form: Form, { answers, shown }: { answers: FormAnswers; shown: Shown }): FormAnswers =>
  Object.fromEntries(
    Object.entries(answers).map(([code, answer]) => {
      const field = form.fields.find((one) => one.code === code)
      const asked = field?.kind === 'table' && field.about?.every !== undefined ? field : undefined
      return [code, there(asked === undefined ? answer : rowsFor(asked, { answer, shown }), shown)]
    }),
  )

const rowsFor = (
  { columns, code, least = 1, most }: TableField,
  { answer, shown }: { readonly answer: unknown; readonly shown: Shown },
): unknown => {
  const examples = listed(answer).map(keyed)
  const begun = listed(shown.prefilled[code]).map(keyed).slice(0, most)
  const rows = begun.map((row, index) => ({ ...(examples[index] ?? examples.at(-1)), ...row }))
  if (rows.length > 0 || least === 0) return rows
  return columns.some(isReference) ? [] : answer
}

/** An example of the server with what stands already in its place, so far as that is a whole answer. */
export const exampleWith = (
  form: Form,
  { option, shown }: { option: string; shown: Shown & Pick<ShownForm, 'example'> },
): FormAnswers => {
  const example = shown.example[option] ?? {}
  const standing = Object.entries(shown.prefilled).map(([code, answer]): readonly [string, unknown] => {
    const field = form.fields.find((one) => one.code === code)
    if (field?.kind === 'checklist') return [code, { ...keyed(example[code]), ...keyed(answer) }]
    return [code, field?.kind === 'table' && field.about?.every !== undefined ? (example[code] ?? answer) : answer]
  })
  return pointed(form, { answers: { ...example, ...Object.fromEntries(standing) }, shown })
}

const isReference = ({ kind }: FormColumn): boolean => kind === 'reference'

const invented = /^(.+)-(\d+)$/

/** Each invented thing, such as the second finding, becomes the second that is there. */
const there = (value: unknown, shown: Shown): unknown => {
  if (Array.isArray(value)) return value.map((one: unknown) => there(one, shown))
  if (!isKeyed(value)) return value
  const { kind, id } = value
  const [, of, number] = typeof id === 'string' ? (invented.exec(id) ?? []) : []
  if (of !== undefined && of === kind) {
    const things = shown.things.filter((thing) => thing.kind === kind)
    const thing = things[(Number(number) - 1) % Math.max(things.length, 1)]
    return thing === undefined ? value : { kind, id: thing.id }
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, there(one, shown)]))
}
