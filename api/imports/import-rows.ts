import { readBase, readNominations } from '../../db/reads/bases.js'
import { readCommand } from '../../db/reads/commands.js'
import { readProgramme } from '../../db/reads/programmes.js'
import { readRegister } from '../../db/reads/register.js'
import { z } from 'zod'
import { recordFaults, type Nesting, type ReadRecord } from '../../domain/cluster-record.js'
import type { ChineseNames } from '../../domain/cluster-words.js'
import { dossierParts } from '../../domain/facts.js'
import { baseId, type BaseId, type ClusterId, type ProgrammeId } from '../../domain/ids.js'
import { lifecycle } from '../../domain/lifecycle.js'
import type { Locale } from '../../domain/locale.js'
import { momentInWords } from '../../domain/words/hours.js'
import type { Register } from '../../domain/register.js'
import type { HttpAnswer } from '../commands/answer.js'
import type { WriteRequest } from '../commands/ask.js'
import { bodyMark, derivedUuid, jsonHash } from '../commands/fingerprint.js'
import type { ImportedRow } from '../contract/cluster.js'
import { nameInChinese, namedIn } from './name-in-chinese.js'
import { rowFaultsInWords } from './row-faults.js'
import { chineseKey } from './csv.js'
import { nominate } from '../nominations/nominate.js'
import { seatsMissing } from '../nominations/seats-missing.js'
import { keepClusters, readRecord } from '../nominations/stored-cluster.js'
import type { ApiParts } from '../parts.js'
import { notFound, unavailable } from '../problems.js'

export interface Import {
  readonly ask: WriteRequest
  readonly programme: ProgrammeId
  readonly records: readonly unknown[]
  readonly nesting: readonly Nesting[]
  /** Nominates a cluster anew whose base is closed. */
  readonly again: boolean
}

/**
 * Nominates every record of a file in the open call, row by row: a bad row stops no other one. A record that is in
 * already says `unchanged` when it is the same and `differs`, refused, when it is not; one whose base is closed says that, and
 * how it is nominated again.
 */
export const importRows = async (parts: ApiParts, file: Import): Promise<ImportedRow[]> => {
  const rows: ImportedRow[] = []
  for (const row of await rowsOf(parts, file)) rows.push(await importRow(parts, row))
  return rows
}

/** The rows of a file, each with what it is judged by. Refuses a programme that is not there. */
export const rowsOf = async (parts: ApiParts, { records, ...file }: Import): Promise<readonly Row[]> => {
  const { programme } = file
  const found = await readProgramme(parts.db, { id: programme })
  if (found === undefined) throw notFound(`programme ${programme}`)
  const register = await readRegister(parts.db, { programme })
  const setting = { ...file, register, call: found.openCall ?? '–' }
  const hashes = records.map((record) => jsonHash(record))
  const labels = records.map(labelOf)
  return records.map((one, index) => {
    const { [chineseKey]: named, ...record } = Keyed.safeParse(one).data ?? {}
    const earlier = labels.findIndex(
      (label, at) => at < index && label === labels[index] && hashes[at] !== hashes[index],
    )
    return {
      ...setting,
      record: named === undefined ? one : record,
      named,
      label: labels[index] ?? '',
      earlier: earlier === -1 ? undefined : earlier + 1,
    }
  })
}

/** One record of a file, with what it is judged by. */
export interface Row {
  readonly ask: WriteRequest
  readonly programme: ProgrammeId
  readonly nesting: readonly Nesting[]
  readonly again: boolean
  readonly register: Register
  readonly call: string
  readonly record: unknown
  /** What it brings beside its record: how its cluster is called in Chinese. */
  readonly named: unknown
  readonly label: string
  /** The row of the same file that has the same number and another content, where one stands further up. */
  readonly earlier: number | undefined
}

/** A row as it was read: its record, and the Chinese names that are to go to the register. */
interface RowRead {
  readonly read: ReadRecord
  readonly chinese: ChineseNames | undefined
  readonly count: number
}

/** What stands of a row before anything is done with it: what it is already, why it is not taken, or what was read of it. */
export const rowRead = async (parts: ApiParts, row: Row): Promise<ImportedRow | RowRead> => {
  const { locale } = row.ask.setting
  const named = namedIn(row)
  const chinese = 'says' in named ? undefined : named.chinese
  const names = chinese === undefined ? row.register.names : { ...row.register.names, [row.label]: chinese }
  const read = readRecord(row.record, { ...row, register: { ...row.register, names } })
  if (!read.ok || 'says' in named) {
    const wrong = rowFaultsInWords(recordFaults(row.record, row.register), { register: row.register, locale })
    const misnamed = 'says' in named ? [`${named.name}: ${named.says[locale]}${locale === 'en' ? '.' : '。'}`] : []
    return { cluster: row.label, result: 'refused', reason: [...(read.ok ? [] : [wrong]), ...misnamed].join(' ') }
  }
  const { cluster } = read.facts
  const { count, open } = await readNominations(parts.db, { programme: row.programme, cluster })
  if (open !== null) return await compare(parts, { row, read, base: open })
  if (count > 0 && !row.again) return await ended(parts, { row, base: baseId(row.programme, { cluster, n: count }) })
  return { read, chinese, count }
}

const importRow = async (parts: ApiParts, row: Row): Promise<ImportedRow> => {
  const found = await rowRead(parts, row)
  if ('result' in found) return found
  const { read, count } = found
  const { cluster } = read.facts
  const unnamed = await nameInChinese(parts, { row, ...found })
  if (unnamed !== undefined) return unnamed
  const records = [{ record: row.record, read }]
  const [kept] = await keepClusters(parts, { programme: row.programme, records, nesting: row.nesting })
  if (kept?.result === 'differs') return differing(row, { cluster })
  const answer = await nominate(parts, {
    ask: await askOfRow(parts, { row, read, count }),
    programme: row.programme,
    cluster,
    call: row.call,
    invited: true,
    channel: 'import',
    facts: async () => read,
  })
  const nominated = rowOf(answer, { cluster, read })
  return { ...nominated, ...(await seatsShort(parts, { row, base: nominated.base })) }
}

/** Its base is closed: that is so, and changes by a new nomination alone. */
const ended = async (parts: ApiParts, { row, base }: { row: Row; base: BaseId }): Promise<ImportedRow> => {
  const found = await readBase(parts.db, { id: base })
  const { locale } = row.ask.setting
  if (found?.closedAt === undefined || found.closedAt === null) throw new TypeError(`${base} is not closed`)
  const { status, closedAt, zone } = found
  const says = { status: lifecycle[status].label[locale], on: momentInWords(closedAt, zone ?? undefined)[locale] }
  return { cluster: found.cluster, result: 'closed', base, reason: closedWords[locale]({ base, ...says }) }
}

const closedWords: Readonly<Record<Locale, (one: { base: BaseId; status: string; on: string }) => string>> = {
  en: ({ base, status, on }) =>
    `Base ${base} of this cluster was closed on ${on} as "${status}". To nominate the cluster again, send it with --again (again: true).`,
  'zh-CN': ({ base, status, on }) =>
    `该集群的基地 ${base} 已于${on}终结，状态为“${status}”。如需重新申报，请加 --again（again: true）再次提交。`,
}

/** The roles of the place that nobody holds for the base of a row, where there are any. */
export const seatsShort = async (
  parts: ApiParts,
  { row: { programme }, base }: { row: Row; base: BaseId | undefined },
): Promise<Pick<ImportedRow, 'missingSeats'>> => {
  const missing = base === undefined ? [] : await seatsMissing(parts, { programme, base })
  return missing.length === 0 ? {} : { missingSeats: [...missing] }
}

/** A cluster that was nominated before: the same record changes nothing, another one is refused. */
const compare = async (
  parts: ApiParts,
  { row, read, base }: { row: Row; read: ReadRecord; base: BaseId },
): Promise<ImportedRow> => {
  const { cluster, recordHash } = read.facts
  const found = await readBase(parts.db, { id: base })
  if (found?.recordHash === recordHash) {
    const { missingParts } = found
    return { cluster, result: 'unchanged', base, missingParts: [...missingParts], undated: [...read.undated] }
  }
  return differing(row, { cluster, base })
}

/** The number of a row is that of another record; nothing is changed by it. */
export const differing = (row: Row, at: { readonly cluster: ClusterId; readonly base?: BaseId }): ImportedRow => {
  const { earlier } = row
  if (earlier !== undefined) return { ...at, result: 'differs', reason: twice[row.ask.setting.locale](earlier) }
  const reason = {
    en: 'The record differs from the one the programme holds. Nothing was changed; enter the correction as an act.',
    'zh-CN': '该记录与项目现有记录不同。未作任何更改；请以更正手续办理。',
  }
  return { ...at, result: 'differs', reason: reason[row.ask.setting.locale] }
}

const twice: Readonly<Record<Locale, (row: number) => string>> = {
  en: (row) =>
    `This file has the same id in row ${row} already, with another content. One id is one cluster: leave one row out, or give this one an id of its own.`,
  'zh-CN': (row) =>
    `本文件第${row}行已使用同一编号（id），但内容不同。一个编号对应一个集群：请删去其中一行，或为本行另定编号。`,
}

/** A row is named by what it nominates, so that a repeat is harmless; after a refusal it may be tried under the next name. */
const askOfRow = async (
  parts: ApiParts,
  { row, read, count }: { row: Row; read: ReadRecord; count: number },
): Promise<WriteRequest> => {
  // A nomination anew in the same call is another act than the first.
  const anew = count === 0 ? [] : [`after ${count}`]
  const { cluster, recordHash } = read.facts
  const { ask, programme, call } = row
  for (let attempt = 1; ; attempt += 1) {
    const key = derivedUuid('import', programme, cluster, recordHash, call, ask.person, ...anew, String(attempt))
    const known = await readCommand(parts.db, { id: key })
    if (known?.state === 'refused') continue
    return {
      ...ask,
      key,
      route: `POST /programmes/${programme}/bases`,
      ...bodyMark([cluster, recordHash, call, ...anew]),
    }
  }
}

const Told = z.looseObject({ base: z.string().optional(), detail: z.string().optional(), ask: z.string().optional() })

const rowOf = (
  { status, body }: HttpAnswer,
  { cluster, read }: { cluster: ClusterId; read: ReadRecord },
): ImportedRow => {
  const { base, detail, ask } = Told.parse(JSON.parse(body))
  // Nothing can be nominated now; the rows so far stand, and the same file may be sent again.
  if (status === 503) throw unavailable('Temporal')
  if (status >= 400 || base === undefined) {
    return { cluster, result: 'refused', reason: detail ?? `Sent, and not answered yet: ${ask ?? ''}` }
  }
  const missingParts = dossierParts.filter((part) => !read.partsAtHand.includes(part))
  return { cluster, result: 'created', base, missingParts, undated: [...read.undated] }
}

const Keyed = z.record(z.string(), z.unknown())
const Named = z.looseObject({ id: z.string().min(1).max(100) })
const labelOf = (record: unknown, index: number): string => {
  const named = Named.safeParse(record)
  return named.success ? named.data.id : `#${index + 1}`
}
