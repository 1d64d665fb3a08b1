import { parse } from 'csv-parse/sync'
import { ProblemError } from '../problems.js'
import { defined } from '../../domain/values/defined.js'

/** The columns of a nomination table; an empty cell is null where the record allows it. */
export const nominationColumns = [
  'id',
  'name_en',
  'name_local',
  'name_local_lang',
  'country',
  'iso_3166_1_alpha2',
  'iso_3166_2',
  'province_or_state',
  'prefecture',
  'county_or_district',
  'gb_t_2260_code',
  'government_level',
  'possible_counterpart_government',
  'programme_category',
  'isic_rev4',
] as const
/** What a cluster is called in Chinese, which goes to the register: a table may have these columns, and may leave them out. */
export const chineseColumns = ['chinese_place', 'chinese_government', 'chinese_name'] as const

/** The columns whose cell may be empty. */
export const mayBeEmpty: readonly string[] = ['prefecture', 'county_or_district', 'gb_t_2260_code', ...chineseColumns]
const most = 500

/** The form, as a person who writes such a file needs it. */
export const csvForm =
  `The header names the columns ${nominationColumns.join(', ')} and then any number of columns that begin with "figure", such as ` +
  `figure_1. It may have the columns ${chineseColumns.join(', ')}: what the place, its public authority and the cluster are called ` +
  'in Chinese, the first two together; that goes to the register and stands in no record. ' +
  'isic_rev4 holds codes with spaces between. A figure is measure:value:unit:year:quality:territory, for ' +
  'example enterprises:12000:enterprises:2023:official:Yueqing; its year is "null" where the source gives none, and a ' +
  'figure without a year is refused.'

/** Reads a CSV file into records of the same shape as the JSON form. Refuses a file whose header or quoting is wrong. */
export const recordsOfCsv = (text: string): readonly unknown[] => {
  const rows = readRows(text)
  return recordsOfRows(Object.keys(rows[0] ?? {}), rows)
}

/** The same from the lines of a sheet, the first of which names the columns. */
export const recordsOfLines = ([header = [], ...lines]: readonly (readonly string[])[]): readonly unknown[] => {
  if (lines.length > most) throw tooMany()
  if (lines.length === 0) throw noRows()
  const named = header.map((name) => name.trim())
  const twice = named.find((name, at) => name !== '' && named.indexOf(name) !== at)
  if (twice !== undefined)
    throw malformed(`the table has the column ${twice.slice(0, 80)} twice`, `${twice.slice(0, 80)} 列出现两次`)
  const rows = lines.map((cells) =>
    Object.fromEntries(named.flatMap((name, at) => (name === '' ? [] : [[name, (cells[at] ?? '').trim()] as const]))),
  )
  return recordsOfRows(
    named.filter((name) => name !== ''),
    rows,
  )
}

const recordsOfRows = (header: readonly string[], rows: readonly CsvRow[]): readonly unknown[] => {
  const missing = nominationColumns.filter((column) => !header.includes(column))
  if (missing.length > 0)
    throw malformed(`the CSV lacks the column(s) ${missing.join(', ')}`, `首行缺少列名：${missing.join('、')}`)
  const unknown = header.filter(
    (column) =>
      ![...nominationColumns, ...chineseColumns].some((known) => known === column) && !column.startsWith('figure'),
  )
  if (unknown.length > 0)
    throw malformed(
      `the CSV has unknown column(s) ${unknown.join(', ').slice(0, 80)}`,
      `首行含有未知列名：${unknown.join('、').slice(0, 80)}`,
    )
  return rows.map(recordOfCells)
}

type CsvRow = Readonly<Record<string, string>>

const readRows = (text: string): readonly CsvRow[] => {
  try {
    const rows: readonly CsvRow[] = parse(text, {
      columns: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      to: most + 1,
    })
    if (rows.length > most) throw tooMany()
    if (rows.length === 0) throw noRows()
    return rows
  } catch (error) {
    throw error instanceof ProblemError
      ? error
      : malformed(
          error instanceof Error ? error.message.slice(0, 100) : 'no CSV',
          '不是有效的 CSV 格式，请检查引号和分隔符',
        )
  }
}

/** Under which key a row of a file brings what its cluster is called in Chinese: it goes to the register, and is no part of the record. */
export const chineseKey = 'chinese_names'

/** A record from the cells of one row; what an empty cell says is told by its column. */
export const recordOfCells = (row: CsvRow): unknown => {
  const { programme_category: category, isic_rev4: isic = '', ...rest } = row
  const isOfRecord = (column: string): boolean =>
    !column.startsWith('figure') && !chineseColumns.some((one) => one === column)
  const plain = Object.entries(rest).filter(([column]) => isOfRecord(column))
  const chinese = chineseColumns.flatMap((column) => (row[column] ? [[column, row[column]] as const] : []))
  const figures = Object.entries(rest).filter(([column, cell]) => column.startsWith('figure') && cell !== '')
  return {
    ...Object.fromEntries(
      plain.map(([column, cell]) => [column, cell === '' && mayBeEmpty.includes(column) ? null : cell]),
    ),
    industry: { programme_category: category, isic_rev4: isic.split(/\s+/).filter(Boolean) },
    headline: {},
    figures: figures.map(([, cell]) => figureOf(cell)),
    designations: [],
    ...defined({ [chineseKey]: chinese.length === 0 ? undefined : Object.fromEntries(chinese) }),
  }
}

/** An absent year stays absent, and is refused by the record's own rules; the word null is a year nobody gives. */
const figureOf = (cell: string): unknown => {
  const [measure, value = '', unit, year = '', quality, ...territory] = cell.split(':').map((part) => part.trim())
  // What is no number is handed on as it is, and the rules of a record refuse it by its name.
  const number = (text: string): unknown => (Number.isFinite(Number(text)) ? Number(text) : text)
  const amount = value === '' ? undefined : number(value)
  return {
    measure,
    value: amount,
    unit,
    ...defined({ year: year === 'null' ? null : year === '' ? undefined : number(year) }),
    source_quality: quality,
    territory: territory.join(':'),
  }
}

const malformed = (en: string, zh: string): ProblemError =>
  new ProblemError({ code: 'malformed_body', detail: { got: en, table: { en, 'zh-CN': zh } } })
const tooMany = (): ProblemError => malformed(`the table has more than ${most} rows`, `行数超过${most}行`)
const noRows = (): ProblemError => malformed('the table has no rows', '没有数据行')
