import { every, inside, sound, wrong, type AnswerFault } from '../fault.js'
import type { FormColumn, TableField, Total } from '../field.js'
import type { LocalText } from '../../locale.js'
import type { ReadCell, ReadRow, ReadValues } from '../read-values.js'
import { holds } from '../condition.js'
import { isKeyed, keyed, listed, noOther } from './kind.js'

/** How one cell is checked and read: handed in, because a table is itself a kind. */
export interface Cells {
  readonly check: (value: unknown, column: FormColumn) => readonly AnswerFault[]
  readonly read: (value: unknown, column: FormColumn) => ReadCell | undefined
  readonly checkRead: (value: unknown, column: FormColumn) => readonly AnswerFault[]
  readonly example: (column: FormColumn, number: number) => unknown
}

/** A table with how its cells are checked. */
interface TableRules {
  readonly field: TableField
  readonly cells: Cells
}

interface RowRules {
  readonly columns: readonly FormColumn[]
  readonly cells: Cells
}

type Keyed = Readonly<Record<string, unknown>>

const rowId = /^[A-Za-z0-9_-]{1,40}$/

/** Rows with stable ids, each with the columns that its own choices ask for. */
export const checkTable = (value: unknown, { field, cells }: TableRules): readonly AnswerFault[] => {
  if (!Array.isArray(value)) return wrong('rows', '行')
  const rows: readonly unknown[] = value
  const { least = 1, most } = field
  const ids = rows.map((row) => keyed(row)['id'])
  return every(
    rows.length < least ? wrong(`at least ${least} row(s)`, `至少${least}行`) : sound,
    rows.length > most ? wrong(`at most ${most} rows`, `最多${most}行`) : sound,
    new Set(ids).size === ids.length ? sound : wrong('an id of its own for each row', '每行编号不得重复'),
    checkEach(rows.map(keyed), field),
    ...rows.map((row, index) =>
      inside({ code: String(index), label: rowLabel(index) }, checkRow(row, { field, cells })),
    ),
  )
}

/** Whether each choice of the column that has one row for each stands in exactly one. */
const checkEach = (rows: readonly Keyed[], field: TableField): readonly AnswerFault[] => {
  const column = columnOfEach(field)
  if (column === undefined) return sound
  const given = rows.map((row) => row[column.code])
  return column.choices.every(({ code }) => given.filter((one) => one === code).length === 1)
    ? sound
    : inside(column, wrong('exactly one row for each of the list', '所列各项各填一行'))
}

/** The column of which each choice has one row, where a table has such a column. */
export const columnOfEach = ({ columns, each }: TableField) => {
  const found = columns.find(({ code }) => code === each)
  return found?.kind === 'choice' ? found : undefined
}

/** What a person reads of the place of a row. */
export const rowLabel = (index: number): LocalText => ({ en: `Row ${index + 1}`, 'zh-CN': `第${index + 1}行` })

const checkRow = (row: unknown, { field: { columns }, cells }: TableRules): readonly AnswerFault[] => {
  if (!isKeyed(row)) return wrong('a row with its columns', '含各列的一行')
  const { id } = row
  const asked = askedOf(row, { columns, cells })
  return every(
    typeof id === 'string' && rowId.test(id) ? sound : wrong('an id for the row', '行编号'),
    noOther(row, {
      known: ['id', ...asked.map(({ code }) => code)],
      needs: wrong('only the columns that the row asks for', '仅限该行所需各列'),
    }),
    ...asked.map((column) => {
      const given = row[column.code]
      return given === undefined && column.optional === true ? sound : inside(column, cells.check(given, column))
    }),
  )
}

/** The columns that a row asks for: what it says itself decides that, and is read only where some column depends on it. */
const askedOf = (row: Keyed, { columns, cells }: RowRules): readonly FormColumn[] => {
  if (columns.every(({ asked }) => asked === undefined)) return columns
  const read = readRow(row, { columns, cells })
  return columns.filter(({ asked }) => holds(asked, { option: '', read }))
}

const readRow = (row: Keyed, { columns, cells }: RowRules): Readonly<Record<string, ReadCell>> =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const value = row[column.code]
      const read = value === undefined ? undefined : cells.read(value, column)
      return read === undefined ? [] : [[column.code, read]]
    }),
  )

/** What the engine reads of a table: its totals as `table.total`, and under its own name the columns it reads row by row. */
export const readTable = (value: unknown, { field, cells }: TableRules): ReadValues => {
  const { code, columns, totals = [], reads } = field
  const given = listed(value).map(keyed)
  const counting = columns.filter(({ code: column }) =>
    totals.some(({ where, sum }) => column === where?.column || column === sum),
  )
  const rows = given.map((row) => readRow(row, { columns: counting, cells }))
  const counted: ReadValues = Object.fromEntries(totals.map((total) => [`${code}.${total.name}`, totalOf(rows, total)]))
  return reads === undefined ? counted : { ...counted, [code]: readRows(given, { field, cells }) }
}

const readRows = (given: readonly Keyed[], { field, cells }: TableRules): readonly ReadRow[] =>
  given.map((row) => ({ id: String(row['id']), cells: readRow(row, { columns: columnsRead(field), cells }) }))

const columnsRead = ({ columns, reads = [] }: TableField): readonly FormColumn[] =>
  columns.filter(({ code }) => reads.includes(code))

/** What is wrong with rows that are said to have been read. */
export const checkReadRows = (value: unknown, { field, cells }: TableRules): readonly AnswerFault[] => {
  if (!Array.isArray(value)) return wrong('rows', '行')
  const rows: readonly unknown[] = value
  const columns = columnsRead(field)
  return every(
    rows.length <= field.most ? sound : wrong(`at most ${field.most} rows`, `最多${field.most}行`),
    field.reads?.includes(field.each ?? '') === true
      ? checkEach(
          rows.map((row) => keyed(keyed(row)['cells'])),
          field,
        )
      : sound,
    ...rows.map((row, index) =>
      inside({ code: String(index), label: rowLabel(index) }, checkReadRow(row, { columns, cells })),
    ),
  )
}

const checkReadRow = (row: unknown, { columns, cells }: RowRules): readonly AnswerFault[] => {
  const { id, cells: read } = keyed(row)
  const known = columns.map(({ code }) => code)
  return every(
    typeof id === 'string' && rowId.test(id) ? sound : wrong('an id for the row', '行编号'),
    noOther(keyed(read), { known, needs: wrong('only the columns that are read', '仅限所读各列') }),
    ...columns.map((column) => {
      const cell = keyed(read)[column.code]
      return cell === undefined ? sound : inside(column, cells.checkRead(cell, column))
    }),
  )
}

const totalOf = (rows: readonly Readonly<Record<string, ReadCell>>[], { where, sum }: Total): number => {
  const those =
    where === undefined
      ? rows
      : rows.filter((read) => holds({ field: where.column, is: where.is }, { option: '', read }))
  return sum === undefined ? those.length : roundedSum(those.map((read) => numberIn(read[sum])))
}

/** Added up to the hundredth, so that 0.1 and 0.2 make 0.3. */
const roundedSum = (values: readonly number[]): number =>
  Math.round(values.reduce((sum, value) => sum + value, 0) * 100) / 100

const numberIn = (value: ReadCell | undefined): number => {
  if (typeof value === 'number') return value
  const { amount, value: figure } = keyed(value)
  return typeof amount === 'number' ? amount : typeof figure === 'number' ? figure : 0
}

/** As few rows as fit, each with a sound cell in every column it asks for. */
export const exampleRows = ({ columns, each, least = 1 }: TableField, cells: Cells): readonly unknown[] =>
  Array.from({ length: Math.max(least, 1) }, (_, index) => {
    const number = index + 1
    const exampleOf = (column: FormColumn) =>
      column.kind === 'choice' && column.code === each ? column.choices[index]?.code : cells.example(column, number)
    return columns.reduce<Record<string, unknown>>(
      (row, column) => {
        if (column.optional === true) return row
        const isAsked =
          column.asked === undefined || holds(column.asked, { option: '', read: readRow(row, { columns, cells }) })
        return isAsked ? { ...row, [column.code]: exampleOf(column) } : row
      },
      { id: `r${number}` },
    )
  })
