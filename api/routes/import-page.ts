import type { ProgrammeId } from '../../domain/ids.js'
import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { readProgramme } from '../../db/reads/programmes.js'
import { offices } from '../../domain/role.js'
import { readTableFile } from '../../exhibits/tables/read-table-file.js'
import { tableLimits } from '../../exhibits/tables/limits.js'
import { tableFileSays } from '../../domain/form/table-file-words.js'
import { importContent, importDoneContent, importPreviewContent } from '../../web/work/import.js'
import { fileFormType, takeForms } from '../act/act-body.js'
import { mustActAs } from '../auth/must-hold.js'
import { answerOf, answerOfNo } from '../commands/answer.js'
import { settingOf, type WriteRequest } from '../commands/ask.js'
import { once } from '../commands/once.js'
import { ImportResponse } from '../contract/cluster.js'
import { ProgrammeParams } from '../contract/programme.js'
import { tableFileNoInWords } from '../forms/filled-tables.js'
import { chineseColumns, nominationColumns, mayBeEmpty, recordsOfLines } from '../imports/csv.js'
import { columnExamples } from '../imports/column-examples.js'
import { importRows } from '../imports/import-rows.js'
import { bytesHash, mustBeWhatWasPreviewed } from '../imports/previewed.js'
import { previewRows } from '../imports/preview-rows.js'
import { formType } from '../pages/no-page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { refuseUnfitJson } from '../plain-json.js'
import { notFound, ProblemError } from '../problems.js'
import { mustBearFormMark } from '../sign-in/who-asks.js'
import { wholeForm } from '../uploads/form.js'
import { answerTo, askOfForm, fieldOf, noIn, onceOf } from '../workplace/form-as-write.js'
import { pageLanguage } from '../workplace/page-language.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import { namedPart } from '../named-part.js'

const path = '/programmes/:programme/import'
const { bytes: most } = tableLimits

/** The columns of the empty table, and of what is said of them. */
const templateColumns = [...nominationColumns, ...chineseColumns, 'figure_1'] as const

/** Many bases from one table on a page: handed in, previewed row by row, and begun with just the file that was previewed (0064). */
export const addImportPage = (app: ApiApp, parts: ApiParts): void => {
  app.get(path, { schema: { ...pageAsks({}), params: ProgrammeParams } }, async (request, reply) => {
    const on = { request, reply, programme: request.params.programme }
    await mustNominate(parts, on)
    return showForm(parts, on)
  })
  const template = { schema: { ...pageAsks({}), params: ProgrammeParams } }
  app.get(`${path}/template.csv`, template, async ({ person, params: { programme } }, reply) => {
    await mustActAs(parts, { person, programme, roles: [offices.nominates] })
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="nominations.csv"')
      .header('cache-control', 'no-store')
      .send(`\ufeff${templateColumns.join(',')}\r\n`)
  })
  void app.register(
    namedPart('import page', async (plain) => {
      const room = plain.withTypeProvider<ZodTypeProvider>()
      takeForms(room)
      addPreview(room, parts)
      addBeginning(room, parts)
    }),
  )
}

interface OnImport {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly programme: ProgrammeId
}

const mustNominate = (parts: ApiParts, { request: { person }, programme }: OnImport): Promise<void> =>
  mustActAs(parts, { person, programme, roles: [offices.nominates] })

const addPreview = (room: ApiApp, parts: ApiParts): void => {
  const config = { takes: fileFormType, marked: 'file form' } as const
  const options = { config, schema: { params: ProgrammeParams, hide: true }, bodyLimit: most + 10_000 }
  room.post(path, options, async (request, reply) => {
    const { programme } = ProgrammeParams.parse(request.params)
    const on = { request, reply, programme }
    await mustNominate(parts, on)
    const { file, fields } = await wholeForm(request, { most, fields: 5, named: 'file' })
    mustBearFormMark(parts, { request, body: fields })
    const locale = pageLanguage(request)
    if (file === undefined || file.bytes.length === 0) {
      const no = tableFileNoInWords(tableFileSays.noFile(), locale)
      return showForm(parts, { ...on, reply: reply.code(422), no })
    }
    const handed = { name: file.name, bytes: file.bytes, again: fields['again']?.[0] === 'yes', once: randomUUID() }
    return showPreview(parts, { ...on, handed })
  })
}

interface Handed {
  readonly name: string
  readonly bytes: Buffer
  readonly again: boolean
  readonly once: string
}

/** The rows of a table, or why it is none. */
const recordsIn = async (
  { bytes }: Handed,
  on: OnImport,
): Promise<{ readonly records: readonly unknown[] } | { readonly no: PageNo }> => {
  const locale = pageLanguage(on.request)
  const found = await readTableFile(bytes)
  if ('no' in found) return { no: tableFileNoInWords(found.no, locale) }
  const lines = found.sheets.find(({ rows }) => rows.length > 0)?.rows ?? []
  try {
    const records = recordsOfLines(lines.map(({ cells }) => cells))
    refuseUnfitJson(records)
    return { records }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const no = noIn(answerOfNo(error.no, { setting: { ...settingOf(on.request), locale } }))
    if (no === undefined) throw error
    return { no }
  }
}

type PageNo = Exclude<NonNullable<Parameters<typeof importContent>[0]['no']>, 'pending'>

const showPreview = async (
  parts: ApiParts,
  { handed, no, ...on }: OnImport & { readonly handed: Handed; readonly no?: PageNo | 'pending' },
): Promise<FastifyReply> => {
  const { request, reply, programme } = on
  const read = await recordsIn(handed, on)
  if ('no' in read) return showForm(parts, { ...on, reply: reply.code(422), no: read.no })
  const setting = { ...settingOf(request), locale: pageLanguage(request) }
  const { person } = request
  const { again, bytes, name } = handed
  const rows = await previewRows(parts, { person, setting, programme, records: read.records, nesting: [], again })
  const file = { ...handed, name: name.slice(0, 200), sha256: bytesHash(bytes), bytes: bytes.toString('base64') }
  const content = async (frame: Parameters<typeof importContent>[1]) =>
    importPreviewContent({ page: { ...(await pageOf(parts, programme)), no }, file, rows }, frame)
  return showPage(parts, { request, reply, room: 'bases', content })
}

const addBeginning = (room: ApiApp, parts: ApiParts): void => {
  const config = { takes: formType, marked: 'form' } as const
  // The file comes back in base64, whose signs are sent in up to three letters each.
  const options = { config, schema: { params: ProgrammeParams, hide: true }, bodyLimit: most * 2 }
  room.post(`${path}/beginnings`, options, async (request, reply) => {
    const { programme } = ProgrammeParams.parse(request.params)
    const on = { request, reply, programme }
    await mustNominate(parts, on)
    const bytes = Buffer.from(fieldOf(request, 'bytes') ?? '', 'base64')
    const handed = {
      name: fieldOf(request, 'name') ?? '',
      bytes,
      again: fieldOf(request, 'again') === 'yes',
      once: onceOf(request),
    }
    const read = await recordsIn(handed, on)
    if ('no' in read) return showForm(parts, { ...on, reply: reply.code(422), no: read.no })
    const answer = await begin(parts, { on, handed, records: read.records })
    const no = noIn(answer)
    if (no !== undefined) return showPreview(parts, { ...on, reply: reply.code(answer.status), handed, no })
    const { rows } = ImportResponse.parse(JSON.parse(answer.body))
    const content = async ({ locale }: { locale: 'en' | 'zh-CN' }) =>
      importDoneContent({ page: await pageOf(parts, programme), rows }, locale)
    return showPage(parts, { request, reply, room: 'bases', content })
  })
}

interface Beginning {
  readonly on: OnImport
  readonly handed: Handed
  readonly records: readonly unknown[]
}

/** Begins with a file, once however often its page is sent; what was begun answers itself again. */
const begin = (parts: ApiParts, { on: { request, programme }, handed, records }: Beginning) => {
  const sha256 = bytesHash(handed.bytes)
  const body = { sha256, again: handed.again }
  const ask: WriteRequest = askOfForm(request, {
    once: handed.once,
    body,
    path: `/programmes/${programme}/bases/imports`,
  })
  const rows = { ask, programme, records, nesting: [], again: handed.again }
  const work = async () => answerOf(ImportResponse, { status: 200, value: { rows: await importRows(parts, rows) } })
  return answerTo(ask, async () => {
    mustBeWhatWasPreviewed(fieldOf(request, 'sha256') ?? '', sha256)
    return await once(parts, { ask, stream: programme, work })
  })
}

/** What every page of an import is drawn with. Refuses a programme that is not there. */
const pageOf = async ({ db }: ApiParts, id: string) => {
  const programme = await readProgramme(db, { id })
  if (programme === undefined) throw notFound(`programme ${id}`)
  const { label, rehearsal, openCall, windowEnds } = programme
  return {
    programme: { id, label, rehearsal },
    call: openCall === null ? undefined : { id: openCall, until: windowEnds },
    columns: templateColumns.map((name) => ({
      name,
      example: columnExamples[name] ?? '',
      mayBeEmpty: mayBeEmpty.includes(name) || name === 'figure_1',
    })),
  }
}

const showForm = (
  parts: ApiParts,
  { request, reply, programme, no }: OnImport & { readonly no?: PageNo },
): Promise<FastifyReply> =>
  showPage(parts, {
    request,
    reply,
    room: 'bases',
    content: async (frame) => importContent({ ...(await pageOf(parts, programme)), no }, frame),
  })
