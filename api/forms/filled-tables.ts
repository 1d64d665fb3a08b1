import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TableField } from '../../domain/form/field.js'
import type { FormAnswers, Form } from '../../domain/form/form.js'
import type { FromPage } from '../../domain/form/posted.js'
import { tablesRead } from '../../domain/form/table-file.js'
import { tableFileSays, type TableFileNo } from '../../domain/form/table-file-words.js'
import type { Locale } from '../../domain/locale.js'
import { sentence } from '../../domain/words/sentence.js'
import type { ExhibitMedia } from '../../domain/exhibits/media.js'
import { tableLimits } from '../../exhibits/tables/limits.js'
import { makeWorkbook } from '../../exhibits/tables/make-workbook.js'
import { readTableFile } from '../../exhibits/tables/read-table-file.js'
import type { FilledPage } from '../../web/act/model.js'
import type { ApiParts } from '../parts.js'
import { wholeForm, type WholeForm } from '../uploads/form.js'

/** Reads a page that was sent with a file of tables: small enough to be held, and never kept. */
export const pageWithTables = (request: FastifyRequest, fields: number): Promise<WholeForm> =>
  wholeForm(request, { most: tableLimits.bytes, fields, named: 'filled' })

/** Whether whoever sent the page wants the empty tables rather than to fill them in. */
export const wantsEmpty = (posted: FromPage): boolean => posted('tables')[0] === 'empty'

interface Filling {
  readonly fields: Form['fields']
  readonly file: WholeForm['file']
  readonly posted: FromPage
  readonly locale: Locale
}

/** The rows of the tables of a form from a file of a page, or why they were not taken over. */
export const tablesFromPage = async ({
  fields,
  file,
  posted,
  locale,
}: Filling): Promise<{ readonly answers: FormAnswers } | { readonly no: NonNullable<FilledPage['no']> }> => {
  if (file === undefined) return { no: tableFileNoInWords(tableFileSays.noFile(), locale) }
  const found = await readTableFile(file.bytes)
  if ('no' in found) return { no: tableFileNoInWords(found.no, locale) }
  const read = tablesRead(tablesAmong(fields), { file: file.name, sheets: found.sheets, into: posted('into')[0] ?? '' })
  return 'no' in read ? { no: tableFileNoInWords(read.no, locale) } : read
}

/** The empty tables of a form as a workbook. */
export const giveEmptyTables = (
  { clock }: Pick<ApiParts, 'clock'>,
  { reply, fields, step, locale }: Pick<Filling, 'fields' | 'locale'> & { reply: FastifyReply; step: string },
): FastifyReply =>
  reply
    .header('content-type', workbookType)
    .header('content-disposition', `attachment; filename="${step}-tables.xlsx"`)
    .header('cache-control', 'no-store')
    .send(makeWorkbook(tablesAmong(fields), { locale, at: clock() }))

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' satisfies ExhibitMedia

const tablesAmong = (fields: Form['fields']): readonly TableField[] => fields.filter((field) => field.kind === 'table')

/** Why a file with tables is not taken, on a page. */
export const tableFileNoInWords = (
  { got, allowed, todo }: TableFileNo,
  locale: Locale,
): NonNullable<FilledPage['no']> => ({
  says:
    locale === 'en'
      ? `${sentence(`Got: ${got.en}`, locale)} ${sentence(`Allowed: ${allowed.en}`, locale)}`
      : `${sentence(got[locale], locale)}${sentence(`允许：${allowed[locale]}`, locale)}`,
  next: sentence(todo[locale], locale),
})
