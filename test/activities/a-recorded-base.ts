import type { Kysely } from 'kysely'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { saveClusters } from '../../db/writes/clusters.js'
import { seedProcedures } from '../../db/writes/procedures.js'
import { createProgramme } from '../../db/writes/programmes.js'
import { fingerprint } from '../../documents/document-store.js'
import type { DocumentRequest } from '../../activities/contract.js'
import type { BaseEvent, Recorded } from '../../domain/event.js'
import { procedures } from '../../domain/gicc/procedures.js'
import type { ABase } from '../support/a-base.js'
import { dayOfNomination, exampleBase } from '../support/an-example.js'

type Db = Kysely<Database>

/** A programme with its rules and the example cluster, in an empty database. */
export const aProgrammeIn = async (db: Db): Promise<void> => {
  await seedProcedures(db, { procedures, at: dayOfNomination })
  const label = { en: 'GASME', 'zh-CN': 'GASME' }
  await createProgramme(db, { id: 'gasme', namespace: 'cornerstone', rehearsal: false, label, procedure: 'full' })
  const names = {
    en: { name: 'Yueqing electrical', place: 'Yueqing', government: 'Yueqing government', industry: 'low voltage' },
    'zh-CN': { name: '乐清低压电器', place: '浙江省乐清市', government: '乐清市人民政府', industry: '低压电器' },
  }
  const cluster = { id: 'C09-yueqing', record: {}, recordHash: 'a'.repeat(64), names }
  await saveClusters(db, { programme: 'gasme', clusters: [cluster] })
}

/** Writes a played life into the ledger as a workflow would, one request for each moment. */
export const recordLife = async (db: Db, { recorded, view, procedure }: ABase): Promise<void> => {
  for (const entries of momentsOf(recorded)) {
    const [first] = entries
    if (first === undefined) continue
    await recordEntries(db, {
      stream: exampleBase,
      kind: 'base',
      channel: 'machine',
      workflowRun: 'run-1',
      claims: [],
      commandId: `moment-${first.seq}`,
      expectedHead: first.seq - 1,
      events: entries.map(({ event }) => withHashes(event)),
      occurredAt: first.occurredAt,
      rulesVersion: `${procedure.id}@${procedure.version}`,
      limits: procedure.settings,
      view: view(),
    })
  }
}

/** What the workflow asked for, order by order. */
export const ordersOf = ({ recorded }: ABase): readonly DocumentRequest[] =>
  recorded.flatMap(({ event }) =>
    event.type === 'document_ordered'
      ? [{ base: exampleBase, order: event.order, kind: event.kind, languages: event.languages }]
      : [],
  )

/** A played life names its papers by words; the database takes hashes only. */
const withHashes = (event: BaseEvent): BaseEvent =>
  event.type === 'document_made'
    ? { ...event, files: event.files.map((file) => ({ ...file, sha256: fingerprint(Buffer.from(file.sha256)) })) }
    : event

const momentsOf = (entries: readonly Recorded<BaseEvent>[]): readonly (readonly Recorded<BaseEvent>[])[] => {
  const moments = new Map<string, Recorded<BaseEvent>[]>()
  for (const entry of entries) moments.set(entry.occurredAt, [...(moments.get(entry.occurredAt) ?? []), entry])
  return [...moments.values()]
}
