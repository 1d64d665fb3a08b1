import { readCluster } from '../../db/reads/clusters.js'
import type { ReadRecord } from '../../domain/cluster-record.js'
import { dossierParts } from '../../domain/facts.js'
import { baseId } from '../../domain/ids.js'
import { answerOfNo } from '../commands/answer.js'
import type { WriteRequest } from '../commands/ask.js'
import { bodyMark, derivedUuid } from '../commands/fingerprint.js'
import type { ImportedRow, PreviewedRow } from '../contract/cluster.js'
import { Problem } from '../contract/problem.js'
import { nominationNo } from '../nominations/nominate.js'
import type { ApiParts } from '../parts.js'
import { differing, rowRead, rowsOf, seatsShort, type Import, type Row } from './import-rows.js'

interface Preview extends Omit<Import, 'ask'>, Pick<WriteRequest, 'person' | 'setting'> {}

/**
 * What would become of every record of a file as things stand, in the words of the import itself. Nothing is kept, noted or sent;
 * the rules judge each row once more when it begins.
 */
export const previewRows = async (parts: ApiParts, { person, setting, ...file }: Preview): Promise<PreviewedRow[]> => {
  // Nothing goes out under this name: of a write that is not sent it says who asks, and in which language a row is told.
  const key = derivedUuid('preview of an import', file.programme, person)
  const ask = { key, person, route: `POST ${setting.instance}`, ...bodyMark(null), setting }
  const before = new Map<string, string>()
  const rows: PreviewedRow[] = []
  for (const row of await rowsOf(parts, { ...file, ask })) {
    const found = await rowRead(parts, row)
    rows.push('result' in found ? asPreviewed(found) : await wouldBecome(parts, { row, before, ...found }))
    if ('read' in found) before.set(found.read.facts.cluster, found.read.facts.recordHash)
  }
  return rows
}

/** What is said of a row before anything is done is said of it in a preview too. */
const asPreviewed = ({ result, ...row }: ImportedRow): PreviewedRow => ({
  ...row,
  result: result === 'created' ? 'ready' : result,
})

interface Fresh {
  readonly row: Row
  readonly read: ReadRecord
  readonly count: number
  /** The records further up in the same file, by their clusters. */
  readonly before: ReadonlyMap<string, string>
}

const wouldBecome = async (parts: ApiParts, { row, read, count, before }: Fresh): Promise<PreviewedRow> => {
  const { programme, ask } = row
  const { cluster, recordHash } = read.facts
  const known = before.get(cluster) ?? (await readCluster(parts.db, { programme, id: cluster }))?.recordHash
  if (known !== undefined && known !== recordHash) return asPreviewed(differing(row, { cluster }))
  if (before.has(cluster)) return { cluster, result: 'unchanged' }
  const { call } = row
  const nomination = {
    ask,
    programme,
    cluster,
    call,
    invited: true,
    channel: 'import',
    facts: async () => read,
  } as const
  const no = await nominationNo(parts, nomination)
  if (no !== undefined) {
    const { detail } = Problem.parse(JSON.parse(answerOfNo(no, { setting: ask.setting }).body))
    return { cluster, result: 'refused', reason: detail }
  }
  const base = baseId(programme, { cluster, n: count + 1 })
  const missingParts = dossierParts.filter((part) => !read.partsAtHand.includes(part))
  const seats = await seatsShort(parts, { row, base })
  return { cluster, result: 'ready', base, missingParts, undated: [...read.undated], ...seats }
}
