import type { FieldKind, FormColumn, FormField, TableField, VisibilityClass } from '../form/field.js'
import type { Form, FormAnswers } from '../form/form.js'
import type { ActKind } from './act-kind.js'
import type { SightForm } from './sight-form.js'

/** Which form was answered, on what kind of act, and in which form each class of its answers is seen. */
export interface FormSight {
  readonly form: Pick<Form, 'fields' | 'seen'> | undefined
  readonly act: ActKind
  readonly sees: (readers: VisibilityClass) => SightForm
}

/** Answers as somebody may read them. */
export interface AnswersSeen {
  readonly answers: FormAnswers
  /** Fields whose answers are not for these eyes, as far as it may be known that there are some: those that everybody answers. */
  readonly withheld: readonly string[]
  /** Of tables about single firms, the totals of their numbers and how many rows they are made of. */
  readonly totals: Record<string, FirmTotals>
  /** Something is shown without names: who handed it in is not shown either. */
  readonly isUnnamed: boolean
}
type FirmTotals = Record<string, number>

/** Of answers those that somebody may read, field by field and column by column (8.12). */
export const answersSeen = (answers: FormAnswers, answered: FormSight): AnswersSeen => {
  const given = Object.entries(answers).map(([code, value]) => {
    const field = fieldOf(code, answered)
    return { code, value, field, form: answered.sees(classOf(field, answered)) }
  })
  const kept = given.map(({ value, field, form, ...one }) => ({
    ...one,
    value: form === 'whole' || form === 'unnamed' ? cut(value, { field, answered }) : undefined,
    totals: form === 'masked' && field?.kind === 'table' ? firmTotals(value, { field, answered }) : undefined,
    isKnown: form !== 'none',
  }))
  return {
    answers: Object.fromEntries(kept.flatMap(({ code, value }) => (value === undefined ? [] : [[code, value]]))),
    withheld: kept.flatMap(({ code, value, isKnown }) =>
      isKnown && value === undefined && isAlwaysThere(fieldOf(code, answered)) ? [code] : [],
    ),
    totals: Object.fromEntries(kept.flatMap(({ code, totals }) => (totals === undefined ? [] : [[code, totals]]))),
    isUnnamed: given.some(({ form }) => form === 'unnamed'),
  }
}

/** A field that may be left out tells by being there: that conditions are proposed is as confidential as they are (8.12). */
const isAlwaysThere = (field: FormField | undefined): boolean =>
  field !== undefined && field.asked === undefined && field.optional !== true

/** What the engine read of answers, as far as somebody may read the fields it was read of: `code`, or `code.total` of a table. */
export const readSeen = (
  read: Readonly<Record<string, unknown>>,
  answered: FormSight,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(read).flatMap(([name, value]) => {
      const field = fieldOf(name.split('.', 1)[0] ?? name, answered)
      const form = answered.sees(classOf(field, answered))
      const kept = form === 'whole' || form === 'unnamed' ? cut(value, { field, answered }) : undefined
      return kept === undefined ? [] : [[name, kept]]
    }),
  )

/** How much of a form somebody may read, whatever was answered: all of its fields, some, or none. */
export const formSeen = (answered: FormSight): 'whole' | 'part' | 'none' => {
  const fields = answered.form?.fields ?? [undefined]
  const seen = fields.map((field) => answered.sees(classOf(field, answered)))
  const isCut = fields.some((field) => field?.kind === 'table' && confinedColumns(field, answered).length > 0)
  if (seen.every((form) => form === 'whole') && !isCut) return 'whole'
  return seen.some((form) => form === 'whole' || form === 'unnamed') ? 'part' : 'none'
}

const fieldOf = (code: string, { form }: FormSight): FormField | undefined =>
  form?.fields.find((field) => field.code === code)

/**
 * What confines a field: its own class, else that of its form. Where a form says nothing, what several persons fill in blind to each
 * other or vote by is the body's, and a field that the form does not know is the programme's.
 */
export const classOf = (
  field: FormColumn | FormField | undefined,
  { form, act }: Pick<FormSight, 'form' | 'act'>,
): VisibilityClass =>
  field?.seen ?? form?.seen ?? (act === 'vote' || act === 'sheet' ? 'COM' : field === undefined ? 'PRG' : 'PAR')

interface Cut {
  readonly field: FormField | undefined
  readonly answered: FormSight
}

/** A value without what is for narrower eyes than itself; undefined: nothing is left of it. */
const cut = (value: unknown, { field, answered }: Cut): unknown => {
  if (field?.kind !== 'table') return isShown(field, answered) ? value : undefined
  if (!Array.isArray(value)) return value
  const hidden = new Set(confinedColumns(field, answered).map(({ code }) => code))
  return hidden.size === 0 ? value : value.map((row: unknown) => withoutKeys(row, hidden))
}

/** The columns that are for narrower eyes than their table, or name somebody before eyes that are to know nobody. */
const confinedColumns = (table: TableField, answered: FormSight): readonly FormColumn[] =>
  table.columns.filter((column) => !isShown({ ...column, seen: column.seen ?? classOf(table, answered) }, answered))

const isShown = (field: FormColumn | FormField | undefined, answered: FormSight): boolean => {
  const readers = classOf(field, answered)
  const form = answered.sees(readers)
  if (form !== 'unnamed') return form === 'whole'
  return field !== undefined && (isNameless.has(field.kind) || (isOfTexts.has(field.kind) && readers !== 'FRM'))
}

/** What can name neither a person nor a firm nor a place; and what may, but is written so that it does not, where no firm is its matter. */
const isNameless: ReadonlySet<FieldKind> = new Set([
  ...(['number', 'money', 'percentage', 'date', 'period', 'choice', 'choices', 'yes_no', 'fact'] as const),
])
const isOfTexts: ReadonlySet<FieldKind> = new Set(['text', 'checklist'])

/** A row as it was handed in, or as it was read, with its values under `cells`. */
const withoutKeys = (row: unknown, hidden: ReadonlySet<string>): unknown => {
  if (typeof row !== 'object' || row === null) return row
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, value]: readonly [string, unknown]) =>
      hidden.has(key) ? [] : [[key, key === 'cells' ? withoutKeys(value, hidden) : value]],
    ),
  )
}

/** Fewer firms than these betray each other, and so does one that has more than this share of a total (8.12). */
const fewestFirms = 5
const largestShare = 0.8

/** Of data about single firms the totals of their numbers, where they are enough and none of them stands out. */
const firmTotals = (
  value: unknown,
  { field, answered }: { field: TableField; answered: FormSight },
): FirmTotals | undefined => {
  const rows: readonly unknown[] = Array.isArray(value) ? value : []
  if (classOf(field, answered) !== 'FRM' || rows.length < fewestFirms) return undefined
  const totals = field.columns.flatMap(({ code, kind }): readonly (readonly [string, number])[] => {
    if (kind !== 'number') return []
    const given = rows.map((row) => numberIn(row, code))
    const total = given.reduce((sum, one) => sum + one, 0)
    return total > 0 && Math.max(...given) <= total * largestShare ? [[code, total]] : []
  })
  return { rows: rows.length, ...Object.fromEntries(totals) }
}

const numberIn = (row: unknown, code: string): number => {
  const value: unknown = typeof row === 'object' && row !== null ? new Map(Object.entries(row)).get(code) : undefined
  return typeof value === 'number' ? value : 0
}
