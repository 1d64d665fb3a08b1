import type { Form } from '../domain/form/form.js'
import type { FormField } from '../domain/form/field.js'
import type { StepTelling } from '../domain/gicc/telling.js'
import { defined } from '../domain/values/defined.js'
import { measuredSteps } from './measured-steps.js'

const both = (text: string) => ({ en: text, 'zh-CN': text })
const choices = ['one', 'two', 'three'].map((code) => ({ code, label: both(code) }))
const field = (code: string) => ({ code, label: both(code) })

/** One field of each kind that somebody types, ticks or chooses, and a table of three rows. */
const fields: readonly FormField[] = [
  { ...field('line'), kind: 'text', lines: 'one', most: 60 },
  { ...field('words'), kind: 'text', lines: 'many', most: 600, both: true },
  { ...field('count'), kind: 'number', unit: both('firms'), read: true },
  { ...field('share'), kind: 'percentage', read: true },
  { ...field('on'), kind: 'date', read: true },
  { ...field('term'), kind: 'period', read: true },
  { ...field('sum'), kind: 'money', read: true },
  { ...field('choice'), kind: 'choice', choices, read: true },
  { ...field('several'), kind: 'choices', choices, read: true },
  { ...field('holds'), kind: 'yes_no', read: true },
  { ...field('read'), kind: 'confirmation', statement: both('Read.'), read: true },
  {
    ...field('rows'),
    kind: 'table',
    least: 3,
    most: 5,
    columns: [
      { ...field('what'), kind: 'choice', choices },
      { ...field('many'), kind: 'number', unit: both('firms') },
      { ...field('note'), kind: 'text', lines: 'one', most: 60 },
    ],
    totals: [{ name: 'sum', label: both('sum'), sum: 'many' }],
  },
]
/** It is about as long as forms get (1.2). */
const twelveFields: Form = { version: 1, fields }

/** The steps of a programme, those that are measured with a form of twelve fields. */
export const withForm = (steps: Steps): Steps => withMeasured(steps, { form: twelveFields })
/** The steps of a programme, those that are measured without a form. */
export const withoutForm = (steps: Steps): Steps => withMeasured(steps, {})

type Steps = Readonly<Record<string, StepTelling>>

const withMeasured = (steps: Steps, given: { readonly form?: Form }): Steps =>
  Object.fromEntries(
    Object.entries(steps).map(([key, { form, ...step }]) => [
      key,
      measuredSteps.includes(key) ? { ...step, ...given } : { ...step, ...defined({ form }) },
    ]),
  )
