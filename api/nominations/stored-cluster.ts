import type { ClusterId, ProgrammeId } from '../../domain/ids.js'
import { z } from 'zod'
import { readCluster } from '../../db/reads/clusters.js'
import { readRegister } from '../../db/reads/register.js'
import { saveClusters } from '../../db/writes/clusters.js'
import { clusterFacts } from '../../domain/cluster-record.js'
import type { ClusterNames, Nesting, ReadRecord } from '../../domain/cluster-record.js'
import type { Malformed } from '../../domain/cluster-record-form.js'
import type { Register } from '../../domain/register.js'
import type { locales } from '../../domain/locale.js'
import { jsonHash } from '../commands/fingerprint.js'
import { ProblemError } from '../problems.js'
import type { ApiParts } from '../parts.js'

/** A record, read: with the facts the core judges with, or with what is wrong. */
export const readRecord = (
  record: unknown,
  { nesting, register }: { readonly nesting: readonly Nesting[]; readonly register?: Register | undefined },
): ReadRecord | Malformed => clusterFacts(record, { nesting, recordHash: jsonHash(record), register })

interface NamedRecord {
  readonly record: unknown
  readonly read: ReadRecord
}

/**
 * Keeps records that are new to the programme, with the names people read; a known one is not changed, and whether it
 * differs is said. The nesting that touches a record is kept beside it, for a later nomination.
 */
export const keepClusters = async (
  { db }: ApiParts,
  {
    programme,
    records,
    nesting,
  }: { programme: ProgrammeId; records: readonly NamedRecord[]; nesting: readonly Nesting[] },
): Promise<Awaited<ReturnType<typeof saveClusters>>> => {
  const clusters = records.map(({ record, read }) => ({
    id: read.facts.cluster,
    record: { ...Loose.parse(record), nesting: nesting.filter((pair) => touches(pair, read.facts.cluster)) },
    recordHash: read.facts.recordHash,
    names: byLocale(read.names),
  }))
  return await saveClusters(db, { programme, clusters })
}

/** The facts of a cluster the programme knows; undefined when it does not know it. */
export const storedCluster = async (
  { db }: ApiParts,
  { programme, cluster }: { programme: ProgrammeId; cluster: ClusterId },
): Promise<ReadRecord | undefined> => {
  const found = await readCluster(db, { programme, id: cluster })
  if (found === undefined) return undefined
  const { nesting, ...record } = WithNesting.parse(found.record)
  const read = readRecord(record, { nesting, register: await readRegister(db, { programme }) })
  if (read.ok) return read
  const { got, needs, figure } = read
  const field = figure === undefined ? read.field : `${figure.measure}/${figure.part}`
  throw new ProblemError({ code: 'facts_malformed', detail: { field, got, needs } })
}

const Loose = z.looseObject({})
const WithNesting = z.looseObject({
  nesting: z.array(z.object({ inner: z.string(), outer: z.string() })).default([]),
})

const touches = ({ inner, outer }: Nesting, cluster: ClusterId): boolean => inner === cluster || outer === cluster

const byLocale = (names: ClusterNames) => {
  const of = (locale: (typeof locales)[number]) => ({
    name: names.name[locale],
    place: names.place[locale],
    government: names.government[locale],
    industry: names.industry[locale],
  })
  return { en: of('en'), 'zh-CN': of('zh-CN') }
}
