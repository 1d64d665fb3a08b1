import type { FastifyRequest } from 'fastify'
import { listClusters, readCluster } from '../../db/reads/clusters.js'
import { clustersUnderWay, readNominations } from '../../db/reads/bases.js'
import { readProgramme } from '../../db/reads/programmes.js'
import { readRegister } from '../../db/reads/register.js'
import { industryLabel } from '../../domain/cluster-words.js'
import type { ReadRecord } from '../../domain/cluster-record.js'
import type { FromPage } from '../../domain/form/posted.js'
import { baseId, type ProgrammeId } from '../../domain/ids.js'
import type { ChineseNames } from '../../domain/cluster-words.js'
import { roles } from '../../domain/role.js'
import type { AddToRegister } from '../../domain/commands/register.js'
import type { ProcedureId } from '../../domain/procedure-id.js'
import { defined } from '../../domain/values/defined.js'
import type { AskedField, FieldChoice } from '../../web/work/contract-form.js'
import type { StartFound, StartPage, StartWay } from '../../web/work/start.js'
import { answerOfNo, type HttpAnswer } from '../commands/answer.js'
import { derivedUuid } from '../commands/fingerprint.js'
import { toProgramme } from '../commands/to-programme.js'
import { ClusterCells } from '../contract/cluster.js'
import { everyPage } from '../every-page.js'
import { recordOfCells } from '../imports/csv.js'
import { chineseOf } from '../nominations/chinese-names.js'
import { nominate, nominationNo, type Nomination } from '../nominations/nominate.js'
import { seatsMissing } from '../nominations/seats-missing.js'
import { keepClusters, readRecord, storedCluster } from '../nominations/stored-cluster.js'
import type { ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { namesByKind } from '../views/base-view.js'
import { askedBy, readOnPage } from './contract-form.js'
import { answerTo, askOfForm } from './form-as-write.js'
import { knownForm, newForm, recordFault, takenFault } from './start-form.js'

interface Starting {
  readonly programme: ProgrammeId
  readonly way: StartWay
}

/** What the pages of a start are drawn with, before anything is filled in. Refuses a programme that is not there. */
export const startShown = async (
  parts: ApiParts,
  { programme: id, way }: Starting,
): Promise<Omit<StartPage, 'fields' | 'others' | 'once' | 'no'>> => {
  const programme = await readProgramme(parts.db, { id })
  if (programme === undefined) throw notFound(`programme ${id}`)
  const { label, rehearsal, openCall, windowEnds } = programme
  return {
    programme: { id, label, rehearsal },
    call: openCall === null ? undefined : { id: openCall, until: windowEnds },
    way,
    hasKnown: way === 'new' || (await clustersToChoose(parts, id)).length > 0,
  }
}

/** The clusters of a programme without a base that runs, by their names. */
const clustersToChoose = async ({ db }: ApiParts, programme: ProgrammeId): Promise<readonly FieldChoice[]> => {
  const [clusters, underWay] = await Promise.all([
    everyPage((page) => listClusters(db, { programme, ...page })),
    clustersUnderWay(db, { programme }),
  ])
  return clusters.flatMap(({ id, names }) => {
    if (underWay.has(id)) return []
    const { name, place } = namesByKind(names, id)
    const label = { en: `${name.en} (${id}), ${place.en}`, 'zh-CN': `${name['zh-CN']}（${id}），${place['zh-CN']}` }
    return [{ code: id, label }]
  })
}

/** The form with what a page sent; nothing is held against it yet. */
export const startAsked = async (
  parts: ApiParts,
  { programme, way, posted }: Starting & { readonly posted?: FromPage },
): Promise<readonly AskedField[]> =>
  way === 'known'
    ? askedBy(knownForm(await clustersToChoose(parts, programme)), posted)
    : askedBy(newForm(await categories(parts, programme)), posted)

const categories = async ({ db }: ApiParts, programme: ProgrammeId): Promise<readonly FieldChoice[]> => {
  const { categories: added } = await readRegister(db, { programme })
  return Object.entries({ ...industryLabel, ...added }).map(([code, label]) => ({ code, label }))
}

/** A nomination as a page sent it, with what the rules read of its cluster. */
interface ReadStart {
  readonly fields: readonly AskedField[]
  readonly others: StartPage['others']
  /** Undefined: something does not fit. */
  readonly start: ToStart | undefined
}

export interface ToStart {
  readonly read: ReadRecord
  /** Of a cluster that is new: what is kept of it. */
  readonly record: unknown
  /** What it is called in Chinese, to be added to the register before it begins; undefined: nothing was typed. */
  readonly chinese: ChineseNames | undefined
  readonly invited: boolean
  readonly procedure: ProcedureId | undefined
}

/** Reads what a page sent by the schema and the rules a program's nomination is read by. */
export const startRead = async (
  parts: ApiParts,
  { programme, way, posted }: Starting & { readonly posted: FromPage },
): Promise<ReadStart> => {
  if (way === 'new') return await newRead(parts, { programme, posted })
  const form = readOnPage(knownForm(await clustersToChoose(parts, programme)), posted)
  if (form.read === undefined) return { ...form, start: undefined }
  const { cluster, invited, procedure } = form.read
  const read = await storedCluster(parts, { programme, cluster })
  if (read === undefined) throw notFound(`cluster ${cluster} in ${programme}`)
  return { ...form, start: { read, record: undefined, chinese: undefined, invited, procedure } }
}

const newRead = async (
  parts: ApiParts,
  { programme, posted }: { readonly programme: ProgrammeId; readonly posted: FromPage },
): Promise<ReadStart> => {
  const form = readOnPage(newForm(await categories(parts, programme)), posted)
  if (form.read === undefined) return { ...form, start: undefined }
  const {
    invited,
    procedure,
    chinese_name: name,
    chinese_place: place,
    chinese_government: government,
    ...cells
  } = form.read
  const record = recordOf(ClusterCells.parse(cells))
  const register = await readRegister(parts.db, { programme })
  const named = chineseOf({ name, place, government }, register.names[cells.id])
  const chinese = 'says' in named ? undefined : named.chinese
  const names = chinese === undefined ? register.names : { ...register.names, [cells.id]: chinese }
  const read = readRecord(record, { nesting: [], register: { ...register, names } })
  const fault = 'says' in named ? named : read.ok ? await takenBy(parts, { programme, read }) : recordFault(read)
  if (read.ok && fault === undefined) return { ...form, start: { read, record, chinese, invited, procedure } }
  const fields = form.fields.map((field) => (field.name === fault?.name ? { ...field, faults: [fault.says] } : field))
  return { fields, others: [], start: undefined }
}

/** Whether another record bears the number; the same one once more, as after a start that failed, is no other. */
const takenBy = async (
  { db }: ApiParts,
  { programme, read: { facts } }: { readonly programme: ProgrammeId; readonly read: ReadRecord },
): Promise<typeof takenFault | undefined> => {
  const known = await readCluster(db, { programme, id: facts.cluster })
  return known === undefined || known.recordHash === facts.recordHash ? undefined : takenFault
}

/** As a row of a nomination file: figures stand in columns of their own. */
const recordOf = ({ figures = '', isic_rev4: isic, ...cells }: (typeof ClusterCells)['_output']): unknown => {
  const lines = figures.split('\n').filter((line) => line.trim() !== '')
  const { prefecture = '', county_or_district: county = '', gb_t_2260_code: code = '' } = cells
  return recordOfCells({
    ...cells,
    prefecture,
    county_or_district: county,
    gb_t_2260_code: code,
    isic_rev4: isic.join(' '),
    ...Object.fromEntries(lines.map((line, at) => [`figure_${at + 1}`, line])),
  })
}

/** What the base would begin with. */
export const startFound = async (
  parts: ApiParts,
  { programme, start: { read } }: { readonly programme: ProgrammeId; readonly start: ToStart },
): Promise<StartFound> => {
  const { cluster } = read.facts
  const { count } = await readNominations(parts.db, { programme, cluster })
  const { names, partsAtHand, undated } = read
  const base = baseId(programme, { cluster, n: count + 1 })
  const seats = await seatsMissing(parts, { programme, base })
  return { base, names, partsAtHand, undated, seats: seats.map((role) => ({ role, label: roles[role].label })) }
}

interface Sent {
  readonly request: FastifyRequest
  readonly programme: ProgrammeId
  readonly once: string
  readonly start: ToStart
}

/** Starts the base, on the way of the route programs use; a cluster that is new is kept first, as an import keeps it. */
export const startBase = async (parts: ApiParts, sent: Sent): Promise<HttpAnswer> => {
  const { programme, start } = sent
  const { read, record } = start
  const nomination = nominationOf(sent)
  return await answerTo(nomination.ask, async () => {
    const named = await nameInChinese(parts, sent)
    if (named !== undefined && named.status !== 200) return named
    if (record !== undefined) await keep(parts, { programme, record, read })
    return await nominate(parts, nomination)
  })
}

/** Adds the Chinese names to the register, as the command of an administrator does; what is there already stays as it is. */
const nameInChinese = async (
  parts: ApiParts,
  { request, programme, once, start: { read, chinese } }: Sent,
): Promise<HttpAnswer | undefined> => {
  const { cluster: id } = read.facts
  if (chinese === undefined || (await readRegister(parts.db, { programme })).names[id] !== undefined) return undefined
  const path = `/programmes/${programme}/names`
  const ask = askOfForm(request, { once: derivedUuid(once, 'names'), body: { cluster: id, ...chinese }, path })
  const command: AddToRegister = { type: 'add_to_register', entry: { kind: 'names', id, ...chinese } }
  return await toProgramme(parts, { ask, programme, command: async () => command })
}

/** Why the base would not be started as things stand, by what the start itself asks; undefined: it would. */
export const startNo = async (parts: ApiParts, sent: Sent): Promise<HttpAnswer | undefined> => {
  const nomination = nominationOf(sent)
  const no = await nominationNo(parts, nomination)
  return no === undefined ? undefined : answerOfNo(no, nomination.ask)
}

const nominationOf = ({ request, programme, once, start: { read, invited, procedure } }: Sent): Nomination => {
  const { cluster, recordHash } = read.facts
  const body = { cluster, recordHash, invited, procedure: procedure ?? null }
  const ask = askOfForm(request, { once, body, path: `/programmes/${programme}/bases` })
  return { ask, programme, cluster, invited, channel: 'api', facts: async () => read, ...defined({ procedure }) }
}

const keep = async (
  parts: ApiParts,
  { programme, record, read }: { readonly programme: ProgrammeId; readonly record: unknown; readonly read: ReadRecord },
): Promise<void> => {
  const [kept] = await keepClusters(parts, { programme, records: [{ record, read }], nesting: [] })
  if (kept?.result !== 'differs') return
  const { cluster: got } = read.facts
  throw new ProblemError({
    code: 'facts_malformed',
    detail: { field: 'id', got, needs: { en: 'an id that no other cluster has', 'zh-CN': '未被其他集群使用的编号' } },
  })
}
