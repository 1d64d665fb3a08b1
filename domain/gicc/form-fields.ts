import type { Condition } from '../form/condition.js'
import type { Choice, FormField, FieldKind, FieldOf, ReferenceKind } from '../form/field.js'
import type { Form } from '../form/form.js'
import type { LocalText } from '../locale.js'
import { defined } from '../values/defined.js'
import type { ItemStatus, ItemKind, StatusChange } from '../follow-up/item-kind.js'
import type { Option } from '../values/step-key.js'

/** English and Chinese, as forms are told here: a form of twelve fields has forty such pairs. */
export type Pair = readonly [en: string, chinese: string]

/** Code, English, Chinese. */
export type Listed = readonly [code: string, en: string, chinese: string]

/** A pair as a text in both languages. */
export const told = ([en, chinese]: Pair): LocalText => ({ en, 'zh-CN': chinese })

/** A closed list. */
export const listed = (...all: readonly Listed[]): readonly Choice[] =>
  all.map(([code, en, chinese]) => ({ code, label: told([en, chinese]) }))

/** Asked with these options alone. */
export const withOption = (...option: readonly Option[]): { readonly asked: Condition } => ({ asked: { option } })

/** Asked where that field says one of these. */
export const where = (field: string, ...is: readonly (string | boolean)[]): { readonly asked: Condition } => ({
  asked: { field, is },
})

/** May be left empty. */
export const optional = { optional: true } as const

/** It tells of what is done: no day to come. */
export const behind = { behind: { all: [] } } as const

/** The same, where a choice, or a yes or no, has one of these. */
export const behindWhere = (field: string, ...is: readonly (string | boolean)[]): { readonly behind: Condition } => ({
  behind: { field, is },
})

/** The engine reads it. */
export const read = { read: true } as const

type More<K extends FieldKind> = Omit<FieldOf<K>, 'code' | 'kind' | 'label'>

const named = ([code, en, chinese]: Listed) => ({ code, label: told([en, chinese]) })

/** A kind of field that needs nothing more than its name. */
const plainOf =
  <K extends FieldKind>(kind: K) =>
  (name: Listed, more: Partial<More<K>> = {}): FieldOf<K> =>
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- these kinds ask for nothing beside what all have
    ({ ...named(name), kind, ...more }) as unknown as FieldOf<K>

/** One line; 60 characters where nothing is said. */
export const line = (name: Listed, more: Partial<More<'text'>> = {}): FieldOf<'text'> => ({
  ...named(name),
  kind: 'text',
  lines: 'one',
  most: 60,
  ...more,
})

/** Paragraphs of at most so many Chinese characters, or three times as many letters. */
export const words = (name: Listed, more: Omit<More<'text'>, 'lines'>): FieldOf<'text'> => ({
  ...named(name),
  kind: 'text',
  lines: 'many',
  ...more,
})

/** A whole number of 0 or more, in its unit, where nothing else is said. */
export const number = (
  name: Listed,
  more: Omit<More<'number'>, 'unit'> & { readonly unit: Pair },
): FieldOf<'number'> => ({
  ...named(name),
  kind: 'number',
  ...more,
  unit: told(more.unit),
})

/** A figure with its year, its class of evidence and what it counts. */
export const fact = (name: Listed, more: Omit<More<'fact'>, 'unit'> & { readonly unit: Pair }): FieldOf<'fact'> => ({
  ...named(name),
  kind: 'fact',
  ...more,
  unit: told(more.unit),
})

export const money = plainOf('money')
export const percentage = plainOf('percentage')
export const date = plainOf('date')
export const period = plainOf('period')
export const yesNo = plainOf('yes_no')
export const person = plainOf('person')
export const organisation = plainOf('organisation')
export const place = plainOf('place')
export const files = plainOf('file')
export const proof = plainOf('evidence')

/** One of a closed list. */
export const choice = (name: Listed, more: More<'choice'>): FieldOf<'choice'> => ({
  ...named(name),
  kind: 'choice',
  ...more,
})

/** Several of a closed list. */
export const choices = (name: Listed, more: More<'choices'>): FieldOf<'choices'> => ({
  ...named(name),
  kind: 'choices',
  ...more,
})

/** As many rows as a form that asks for items has room for: more than any base has at a time, so that none stands in the way (8.17). */
const roomForItems = 600

/** Rows of typed columns. */
export const table = (name: Listed, more: More<'table'>): FieldOf<'table'> => ({
  ...named(name),
  kind: 'table',
  ...more,
  most: more.about?.every === undefined ? more.most : roomForItems,
})

/** One row for each choice of a column, so that none is left out and none stands twice. */
export const eachOf = (column: FieldOf<'choice'>): Pick<More<'table'>, 'each' | 'least' | 'most'> => ({
  each: column.code,
  least: column.choices.length,
  most: column.choices.length,
})

/** Fixed items, each with a result. */
export const checklist = (name: Listed, more: More<'checklist'>): FieldOf<'checklist'> => ({
  ...named(name),
  kind: 'checklist',
  ...more,
})

/** Something earlier that is meant. */
export const refersTo = (
  name: Listed,
  { to, ...more }: Omit<More<'reference'>, 'to'> & { readonly to: ReferenceKind | readonly ReferenceKind[] },
): FieldOf<'reference'> => ({
  ...named(name),
  kind: 'reference',
  to: typeof to === 'string' ? [to] : to,
  ...more,
})

/** What each code of a choice makes of the item that its row is about; `from`: only where it stands so. */
export const becomes = (
  kind: ItemKind,
  {
    column,
    to,
    from,
  }: {
    readonly column: string
    readonly to: Readonly<Record<string, ItemStatus>>
    readonly from?: readonly ItemStatus[]
  },
): readonly StatusChange[] =>
  Object.entries(to).map(([is, status]) => ({ kind, column, is, to: status, ...defined({ from }) }))

/** A statement that whoever acts confirms; what is confirmed is the statement itself, in both languages. */
export const confirmed = (
  name: Listed,
  more: Omit<More<'confirmation'>, 'statement'> & { readonly statement: Pair },
): FieldOf<'confirmation'> => ({ ...named(name), kind: 'confirmation', ...more, statement: told(more.statement) })

/** A form of these fields, in its first version. */
export const formOf = (...fields: readonly FormField[]): Form => ({ version: 1, fields })

/** A form whose options must be borne by what its answers say. */
export const bearing = (form: Form, bears: NonNullable<Form['bears']>): Form => ({ ...form, bears })

/** At least, or at most, so many: of a number, a total of a table, the items of a checklist with one result. */
export const counts = (field: string, bounds: { readonly least?: number; readonly most?: number }): Condition => ({
  field,
  ...bounds,
})
