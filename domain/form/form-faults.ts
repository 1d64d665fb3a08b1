import { followUpFaults } from '../follow-up/table-faults.js'
import { fieldsIn, optionsIn, type Condition } from './condition.js'
import type { FormField } from './field.js'
import type { Form } from './form.js'
import { columnOfEach } from './kinds/table.js'
import { lengthOf } from './kinds/text.js'
import { isRead, totalsOf } from './read.js'
import { mayTravel } from './read-values.js'

/** What is wrong with a form as somebody has drawn it up; `at` is the code of the field. */
export interface FormFault {
  readonly at: string
  readonly because: string
}

/**
 * What would go wrong with a form, judged without answers (1.2, 1.6): two fields of one code, a condition on what is not
 * read before it, an option the step has not, a label that does not fit its place, a text that would travel.
 */
export const formFaults = ({ fields, bears = {} }: Form, options: readonly string[]): readonly FormFault[] => [
  ...fields.flatMap((field, index) => [
    ...(fields.findIndex(({ code }) => code === field.code) === index
      ? []
      : [fault(field, 'has the code of another field')]),
    ...conditionFaults(field.asked, { at: field.code, read: readBefore(fields.slice(0, index)), options }),
    ...aheadFaults(field, { at: field.code, isRead: field.read === true }),
    ...behindFaults(field, { at: field.code, isRead: field.read === true, read: readBefore(fields), options }),
    ...fieldFaults(field),
  ]),
  ...Object.entries(bears).flatMap(([option, condition]) => [
    ...(options.includes(option) ? [] : [{ at: option, because: 'is no option of the step' }]),
    ...conditionFaults(condition, { at: option, read: readBefore(fields), options }),
  ]),
]

const fault = ({ code }: Pick<FormField, 'code'>, because: string): FormFault => ({ at: code, because })

const readBefore = (fields: readonly FormField[]): readonly string[] =>
  fields.filter(isRead).flatMap((field) => [field.code, ...totalsOf(field)])

const conditionFaults = (
  condition: Condition | undefined,
  { at, read, options }: { at: string; read: readonly string[]; options: readonly string[] },
): readonly FormFault[] => [
  ...fieldsIn(condition)
    .filter((name) => !read.includes(name))
    .map((name) => ({ at, because: `asks about ${name}, which is not read before it` })),
  ...optionsIn(condition)
    .filter((option) => !options.includes(option))
    .map((option) => ({ at, because: `asks about ${option}, which is no option of the step` })),
]

interface Judged {
  readonly at: string
  readonly isRead: boolean
  readonly read: readonly string[]
  readonly options: readonly string[]
}

/** A day that may not lie ahead is judged by what is read of it, and by nothing else. */
const behindFaults = (field: FormField, { isRead: judged, ...of }: Judged): readonly FormFault[] => {
  if (!('behind' in field) || field.behind === undefined) return []
  const unread = { at: of.at, because: 'may not lie ahead, and is not read' }
  return [...(judged ? [] : [unread]), ...conditionFaults(field.behind, of)]
}

/** So is a day that may not be over. */
const aheadFaults = (field: FormField, { at, isRead: judged }: Pick<Judged, 'at' | 'isRead'>): readonly FormFault[] =>
  field.kind === 'date' && field.ahead !== undefined && !judged
    ? [{ at, because: 'may not be over, and is not read' }]
    : []

/** What a label may be long, so that it stands in one line beside its field (1.2). */
const longest = { letters: 40, chinese: 14 }

const fieldFaults = (field: FormField): readonly FormFault[] => {
  const { code, label, kind } = field
  return [
    ...(/^[a-z][a-z0-9_]{0,39}$/.test(code) ? [] : [fault(field, 'has no plain code')]),
    ...(label.en.length <= longest.letters && lengthOf(label['zh-CN'], 'many') <= longest.chinese && label.en !== ''
      ? []
      : [fault(field, 'has a label that is too long or empty')]),
    ...(field.read === true && neverRead.includes(kind) ? [fault(field, 'would travel, and may not')] : []),
    ...('choices' in field ? codeFaults(field, field.choices) : []),
    ...(kind === 'checklist' ? checklistFaults(field) : []),
    ...(kind === 'table' ? tableFaults(field) : []),
  ]
}

/** Kinds of which nothing ever travels; of a table its totals do. */
const neverRead: readonly FormField['kind'][] = ['text', 'file', 'evidence', 'table']

const codeFaults = (field: FormField, listed: readonly { readonly code: string }[]): readonly FormFault[] => {
  const codes = listed.map(({ code }) => code)
  return codes.length > 0 && codes.every(mayTravel) && new Set(codes).size === codes.length
    ? []
    : [fault(field, 'has codes that are none, or one twice')]
}

const checklistFaults = (field: Extract<FormField, { kind: 'checklist' }>): readonly FormFault[] => {
  const known = field.results.map(({ code }) => code)
  return [
    ...codeFaults(field, field.items),
    ...codeFaults(field, field.results),
    ...field.items.flatMap(({ code, results = known }) =>
      results.length > 0 && results.every((result) => known.includes(result))
        ? []
        : [{ at: `${field.code}.${code}`, because: 'can have no result of the list, or one that is not in it' }],
    ),
  ]
}

const tableFaults = (field: Extract<FormField, { kind: 'table' }>): readonly FormFault[] => {
  const columns = field.columns.map(({ code }) => code)
  return [
    ...field.columns.flatMap((column, index) => [
      ...fieldFaults(column),
      ...conditionFaults(column.asked, {
        at: `${field.code}.${column.code}`,
        read: columns.slice(0, index),
        options: [],
      }),
      ...behindFaults(column, {
        at: `${field.code}.${column.code}`,
        isRead: field.reads?.includes(column.code) === true,
        read: field.reads ?? [],
        options: [],
      }),
    ]),
    ...(field.each !== undefined && columnOfEach(field)?.choices.length !== field.most
      ? [
          {
            at: `${field.code}.${field.each}`,
            because: 'has one row for each of what is no choice, or another number of rows',
          },
        ]
      : []),
    ...(field.reads ?? []).flatMap((column) => {
      const found = field.columns.find(({ code }) => code === column)
      return found === undefined || neverRead.includes(found.kind)
        ? [{ at: `${field.code}.${column}`, because: 'is read by row and is no column that may travel' }]
        : []
    }),
    ...followUpFaults(field).map((because) => fault(field, because)),
    ...(field.totals ?? []).flatMap(({ name, where, sum }) =>
      [where?.column, sum].some((column) => column !== undefined && !columns.includes(column))
        ? [{ at: `${field.code}.${name}`, because: 'counts a column that the table has not' }]
        : [],
    ),
  ]
}
