import { fitInWords } from '../../domain/form/in-words.js'
import type { FormColumn, TableField } from '../../domain/form/field.js'
import { columnOfEach } from '../../domain/form/kinds/table.js'
import { guideName, sheetName } from '../../domain/form/table-file.js'
import { howTyped } from '../../domain/form/typed.js'
import type { Locale } from '../../domain/locale.js'
import { zipOf } from '../zip-writer.js'

interface Wanted {
  readonly locale: Locale
  readonly at: Date
}

/**
 * An empty workbook to be filled in: a sheet for each of these tables with the names of its columns, one row for each of a
 * list that must stand there, and a sheet that tells what fits. Read again by `readTableFile` and `tablesRead`.
 */
export const makeWorkbook = (tables: readonly TableField[], { locale, at }: Wanted): Buffer => {
  const sheets = [
    ...tables.map((table) => ({ name: sheetName(table.label[locale]), rows: rowsOf(table, locale) })),
    { name: guideName[locale], rows: tables.flatMap((table) => guideOf(table, locale)) },
  ]
  const files = new Map<string, string>([
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([`${office}/officeDocument`, 'xl/workbook.xml'])],
    ['xl/workbook.xml', workbook(sheets.map(({ name }) => name))],
    [
      'xl/_rels/workbook.xml.rels',
      relations(...sheets.map((_, at_) => [`${office}/worksheet`, `worksheets/sheet${at_ + 1}.xml`] as const)),
    ],
    ...sheets.map(({ rows }, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(rows)] as const),
  ])
  return zipOf(files, at)
}

const rowsOf = (table: TableField, locale: Locale): readonly (readonly string[])[] => {
  const each = columnOfEach(table)
  const head = table.columns.map(({ label }) => label[locale])
  const of = (column: FormColumn, label: string): string => (column.code === each?.code ? label : '')
  const begun = (each?.choices ?? []).map(({ label }) => table.columns.map((column) => of(column, label[locale])))
  return [head, ...begun]
}

const guideOf = (table: TableField, locale: Locale): readonly (readonly string[])[] => [
  [table.label[locale], fitInWords(table, locale)],
  ...table.columns.map((column) => [
    column.label[locale],
    fitInWords(column, locale),
    howTyped(column)?.[locale] ?? '',
    column.hint?.[locale] ?? '',
  ]),
  [],
]

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const contentTypes = (sheets: number): string =>
  `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
  `${numbered(sheets, (no) => `<Override PartName="/xl/worksheets/sheet${no}.xml" ContentType="${types}.worksheet+xml"/>`)}</Types>`

const relations = (...all: readonly (readonly [type: string, target: string])[]): string =>
  `${xml}<Relationships xmlns="${packaged}/relationships">${all
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const workbook = (names: readonly string[]): string =>
  `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
    .map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')}</sheets></workbook>`

const worksheet = (rows: readonly (readonly string[])[]): string =>
  `${xml}<worksheet xmlns="${main}"><cols><col min="1" max="40" width="28" customWidth="1"/></cols><sheetData>${rows
    .map((cells, index) => `<row r="${index + 1}">${cells.map(cell).join('')}</row>`)
    .join('')}</sheetData></worksheet>`

const cell = (text: string): string =>
  text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const numbered = (count: number, of: (no: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index + 1)).join('')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
