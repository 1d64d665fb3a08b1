import { basename } from 'node:path'
import { z } from 'zod'
import type { TableField } from '../../domain/form/field.js'
import type { FormAnswers, Form } from '../../domain/form/form.js'
import { tablesRead } from '../../domain/form/table-file.js'
import type { TableFileNo } from '../../domain/form/table-file-words.js'
import { readTableFile } from '../../exhibits/tables/read-table-file.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { readBytes, readJson } from '../sample-data.js'

/**
 * Answers from files: JSON with all of them by the codes of the fields, or tables with their columns named in the first line:
 * XLSX with a sheet for each table, CSV with the rows of the one it is called after (`members.csv`). Several files are put
 * together.
 */
export const filledFrom = async (form: Form | undefined, files: readonly string[]): Promise<FormAnswers> => {
  const answers: FormAnswers[] = []
  for (const file of files)
    answers.push(
      /\.(csv|xlsx)$/i.test(file) ? await tablesFrom(form, file) : readJson(file, z.record(z.string(), z.unknown())),
    )
  return answers.reduce<FormAnswers>((all, some) => ({ ...all, ...some }), {})
}

/** The tables of a form. */
export const tablesIn = (form: Form | undefined): readonly TableField[] =>
  (form?.fields ?? []).filter((field) => field.kind === 'table')

const tablesFrom = async (form: Form | undefined, file: string): Promise<FormAnswers> => {
  const found = await readTableFile(readBytes(file))
  if ('no' in found) throw unfit(file, found.no)
  const read = tablesRead(tablesIn(form), { file: basename(file), sheets: found.sheets })
  if ('no' in read) throw unfit(file, read.no)
  return read.answers
}

const unfit = (file: string, { got, allowed, todo }: TableFileNo): CliFailure =>
  new CliFailure(
    threePart({ got: { en: `${file}: ${got.en}`, 'zh-CN': `${file}：${got['zh-CN']}` }, allowed, todo }),
    exits.usage,
  )
