import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { FormAnswers, Form } from '../../domain/form/form.js'
import type { TableField } from '../../domain/form/field.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { readJson } from '../sample-data.js'
import { typedAnswer } from './typed.js'

const Rows = z.array(z.record(z.string(), z.string()))

/**
 * Answers from files: JSON with all of them by the codes of the fields, or CSV with the rows of one table, called by the code
 * of its field (`members.csv`) and with the codes of its columns in the first line. Several files are put together.
 */
export const filledFrom = (form: Form | undefined, files: readonly string[]): FormAnswers =>
  files.reduce<FormAnswers>(
    (answers, file) => ({
      ...answers,
      ...(file.toLowerCase().endsWith('.csv')
        ? tableFrom(form, file)
        : readJson(file, z.record(z.string(), z.unknown()))),
    }),
    {},
  )

const tableFrom = (form: Form | undefined, file: string): FormAnswers => {
  const code = basename(file).replace(/\.csv$/i, '')
  const field = form?.fields.find((one): one is TableField => one.kind === 'table' && one.code === code)
  if (field === undefined) throw noSuchTable(form, file)
  const rows = Rows.parse(parse(readFileSync(file), { bom: true, columns: true, skip_empty_lines: true, trim: true }))
  return { [code]: rows.map((row, index) => rowOf(field, { row, id: row['id'] ?? `r${index + 1}` })) }
}

/** An empty cell is no answer. */
const rowOf = (
  { columns }: TableField,
  { row, id }: { readonly row: Readonly<Record<string, string>>; readonly id: string },
): object => ({
  id,
  ...Object.fromEntries(
    columns.flatMap((column) => {
      const cell = row[column.code] ?? ''
      return cell === '' ? [] : [[column.code, typedAnswer(cell, column)]]
    }),
  ),
})

const noSuchTable = (form: Form | undefined, file: string): CliFailure => {
  const tables = (form?.fields ?? []).flatMap(({ kind, code }) => (kind === 'table' ? [`${code}.csv`] : []))
  return new CliFailure(
    threePart({
      got: { en: `${file} bears no name of a table of this form`, 'zh-CN': `${file} 与该表格中的任何表名不符` },
      allowed: {
        en: tables.length === 0 ? 'this form has no table' : `tables: ${tables.join(', ')}`,
        'zh-CN': tables.length === 0 ? '该表格不含表' : `可用：${tables.join('、')}`,
      },
      todo: { en: 'name the file after the table', 'zh-CN': '请以表名命名文件' },
    }),
    exits.usage,
  )
}
