import type { LocalText } from '../locale.js'
import type { AnswerFault } from './fault.js'
import type { FormColumn, TableField } from './field.js'
import type { FormAnswers } from './form.js'
import { checkAnswer } from './kinds/kinds.js'
import { id as idLabel } from './shape-words.js'
import { placeInFile, tableFileSays, type TableFileNo } from './table-file-words.js'
import { typedAnswer } from './typed.js'

/** A sheet of a file with tables: what a person sees in its cells, and in which row of it. */
export interface TableSheet {
  /** Empty where the file has no sheets, as CSV has none. */
  readonly name: string
  /** Rows with something in them, in order. */
  readonly rows: readonly TableLine[]
}

/** A row of a sheet, by its number there. */
export interface TableLine {
  readonly no: number
  readonly cells: readonly string[]
}

interface Sheets {
  /** What the file is called. */
  readonly file: string
  readonly sheets: readonly TableSheet[]
  /** The code of the table that a sheet without a name of one is for, where somebody said so. */
  readonly into?: string
}

/** Rows of tables, by the codes of their fields; or why the file is not taken. */
export type TablesRead = { readonly answers: FormAnswers } | { readonly no: TableFileNo }

/**
 * The rows of tables from a file, each sheet for the table it is named after. A file is taken whole or not at all: refuses
 * sheets and columns that no table has, and every cell that does not fit, by sheet, row and column.
 */
export const tablesRead = (tables: readonly TableField[], { file, sheets, into }: Sheets): TablesRead => {
  const filled = sheets.filter(({ name, rows }) => rows.length > 0 && !isGuide(name))
  const [first] = filled
  if (first === undefined) return { no: tableFileSays.nothing() }
  const only = tables.find(({ code }) => code === into) ?? tableNamed(tables, stemOf(file)) ?? single(tables)
  const pairs = filled.map((sheet) => ({
    sheet,
    table: tableNamed(tables, sheet.name) ?? (filled.length === 1 ? only : undefined),
  }))
  const strange = pairs.find(({ table }) => table === undefined)
  if (strange !== undefined) return { no: tableFileSays.noTable(strange.sheet.name || file, namesOf(tables)) }
  const read = pairs.flatMap(({ sheet, table }) => (table === undefined ? [] : [{ table, read: rowsOf(table, sheet) }]))
  const twice = read.find(({ table }, index) => read.findIndex((one) => one.table === table) !== index)
  if (twice !== undefined) return { no: tableFileSays.twice(twice.table.label) }
  const faults = read.flatMap((one) => ('no' in one.read ? [one.read.no] : []))
  const [no] = faults
  if (no !== undefined) return { no }
  return {
    answers: Object.fromEntries(
      read.flatMap(({ table, read: one }) => ('rows' in one ? [[table.code, one.rows] as const] : [])),
    ),
  }
}

/** The name of the sheet that tells how the others are filled in; nothing is read from it. */
export const guideName: LocalText = { en: 'How to fill in', 'zh-CN': '填写说明' }
const isGuide = (name: string): boolean => Object.values(guideName).some((one) => isSame(one, name))

/** What a sheet for a table is called: programs allow 31 characters, and some not at all. */
export const sheetName = (label: string): string =>
  label
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 31)
    .trim()

const namesOf = (tables: readonly TableField[]): readonly LocalText[] =>
  tables.map(({ label }) => ({ en: sheetName(label.en), 'zh-CN': sheetName(label['zh-CN']) }))

const tableNamed = (tables: readonly TableField[], name: string): TableField | undefined =>
  tables.find(({ code, label }) =>
    [code, ...Object.values(label), ...Object.values(label).map(sheetName)].some((one) => isSame(one, name)),
  )

const single = (tables: readonly TableField[]): TableField | undefined => (tables.length === 1 ? tables[0] : undefined)
const stemOf = (file: string): string => file.replace(/^.*[/\\]/, '').replace(/\.[A-Za-z]{1,5}$/, '')
const isSame = (one: string, other: string): boolean => plain(one) === plain(other)
const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

interface Headed {
  readonly sheet: TableSheet
  /** The columns of the sheet in order; an id is the name of a row that is there already. */
  readonly columns: readonly (FormColumn | 'id' | undefined)[]
}

type RowsRead = { readonly rows: readonly object[] } | { readonly no: TableFileNo }

const rowsOf = (table: TableField, sheet: TableSheet): RowsRead => {
  const [head, ...lines] = sheet.rows
  const columns = (head?.cells ?? []).map((cell) => columnNamed(table, cell))
  const headed = { sheet, columns }
  const no = headFault(table, { head, lines, headed })
  if (no !== undefined) return { no }
  const rows = lines.map((line, index) => rowOf(line, { headed, id: `r${index + 1}` }))
  const faults = checkAnswer(rows, table).map((fault) => inWords(fault, { lines, headed }))
  return faults.length === 0 ? { rows } : { no: tableFileSays.unfit(faults) }
}

const columnNamed = ({ columns }: TableField, cell: string): FormColumn | 'id' | undefined => {
  const named = columns.find(({ code, label }) => [code, ...Object.values(label)].some((one) => isSame(one, cell)))
  if (named !== undefined) return named
  return ['id', ...Object.values(idLabel)].some((one) => isSame(one, cell)) ? 'id' : undefined
}

interface HeadRead {
  readonly head: TableLine | undefined
  readonly lines: readonly TableLine[]
  readonly headed: Headed
}

/** What is wrong with the first row: a column that the table has not, or twice, or cells under no name at all. */
const headFault = (
  table: TableField,
  { head, lines, headed: { sheet, columns } }: HeadRead,
): TableFileNo | undefined => {
  const width = Math.max(columns.length, ...lines.map(({ cells }) => cells.length))
  const isUsed = (at: number): boolean => [head, ...lines].some((line) => (line?.cells[at] ?? '') !== '')
  const strange = Array.from({ length: width }, (_, at) => at).find((at) => columns[at] === undefined && isUsed(at))
  const row = head?.no ?? 1
  const place = (column: number) => placeInFile({ sheet: sheet.name, row, column })
  if (strange !== undefined) return tableFileSays.noColumn(place(strange), table.columns)
  const again = columns.findIndex((column, at) => column !== undefined && columns.indexOf(column) !== at)
  if (again !== -1) return tableFileSays.columnTwice(place(again))
  return lines.length === 0 ? tableFileSays.noRows(sheet.name) : undefined
}

/** An empty cell is no answer. */
const rowOf = ({ cells }: TableLine, { headed, id }: { readonly headed: Headed; readonly id: string }): object => {
  const answers = headed.columns.flatMap((column, at): readonly (readonly [string, unknown])[] => {
    const cell = cells[at]?.trim() ?? ''
    if (cell === '' || column === undefined) return []
    return column === 'id' ? [['id', cell]] : [[column.code, typedAnswer(cell, column)]]
  })
  return { id, ...Object.fromEntries(answers) }
}

interface Places {
  readonly lines: readonly TableLine[]
  readonly headed: Headed
}

/** A fault of an answer, by where it stands in the file. */
const inWords = ({ at: [first = '', second], labels, needs }: AnswerFault, { lines, headed }: Places): LocalText => {
  const { sheet, columns } = headed
  const line = /^\d+$/.test(first) ? lines[Number(first)] : undefined
  const code = line === undefined ? first : second
  const column = columns.findIndex((one) => one !== undefined && one !== 'id' && one.code === code)
  const place = placeInFile({
    sheet: sheet.name,
    row: line?.no,
    column: column === -1 ? undefined : column,
    labels: line === undefined ? labels : labels.slice(1),
  })
  return { en: `${place.en}: ${needs.en}`, 'zh-CN': `${place['zh-CN']}：${needs['zh-CN']}` }
}
