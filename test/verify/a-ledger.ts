import proto from '@temporalio/proto'
import type { Kysely } from 'kysely'
import { machineClock } from '../../clock/machine-clock.js'
import { gatherLedger } from '../../api/evidence/gather.js'
import { connect } from '../../db/connect.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import type { LedgerEntry } from '../../db/ledger.js'
import { recordedFromRow, recordEntries } from '../../db/record.js'
import { streamsOf } from '../../db/reads/evidence.js'
import type { EvidenceSubject } from '../../db/reads/evidence.js'
import type { Database } from '../../db/schema.js'
import { createProgramme } from '../../db/writes/programmes.js'
import { fingerprint } from '../../documents/document-store.js'
import { full } from '../../domain/procedures/full.js'
import type { BaseEvent, Recorded } from '../../domain/event.js'
import { readKept } from '../../verify/check-kept.js'
import { verifyEvidence } from '../../verify/verdict.js'
import type { Verdict } from '../../verify/verdict.js'
import type { Files } from '../../verify/zip.js'
import { aProgrammeIn } from '../activities/a-recorded-base.js'
import { aNominatedBase } from '../support/a-base.js'
import type { ABase } from '../support/a-base.js'
import { play } from '../support/playing.js'
import { cloneDatabase } from '../support/services.js'

export const signer = readSigner(makeSignerKey('example.org/gasme'))
export const yueqing = 'gasme-C09-yueqing-1'
/** A base of another programme, whose entries lie between those of the first in the log. */
export const elsewhere = 'other-C13-chenghai-1'

/** Every paper of these ledgers has these bytes, so that it need not be typeset. */
const paperOf = (kind: string, language: string): Buffer => Buffer.from(`${kind} in ${language}`)

/** A database with two lives in it, written in turns under several checkpoints, as a worker would leave it. */
export const aLedger = async (title: string) => {
  const database = await cloneDatabase(title)
  const [app, owner] = [connect(database.appUrl), connect(database.ownerUrl, { max: 1 })]
  await aProgrammeIn(app)
  await createProgramme(app, {
    ...{ id: 'other', namespace: 'cornerstone', rehearsal: false, procedure: 'full' },
    label: { en: 'Another programme', 'zh-CN': '另一项目' },
  })
  const [first, second] = [aLife(0), aLife(0)]
  const [own, others] = [momentsOf(first.recorded), momentsOf(second.recorded)]
  for (let at = 0; at < Math.max(own.length, others.length); at += 1) {
    await record(app, { base: first, stream: yueqing, moment: own[at] })
    await record(app, { base: second, stream: elsewhere, moment: others[at] })
    if (at % 20 === 19) await makeCheckpoint(app, { signers: [signer], atOnce: true })
  }
  await makeCheckpoint(app, { signers: [signer], atOnce: true })
  return {
    ...{ app, owner, database },
    close: async () => {
      await Promise.all([app.destroy(), owner.destroy()])
      await database.drop()
    },
  }
}

/** Writes a played life into the ledger, each person's act under the person's own name. */
export const recordSigned = async (db: Kysely<Database>, base: ABase): Promise<void> => {
  for (const moment of momentsOf(base.recorded)) await record(db, { base, stream: yueqing, moment })
}

const aLife = (reviews: number): ABase => {
  const base = aNominatedBase()
  play(base, {
    until: ({ state }) => state().facts.activatedOn !== undefined && state().facts.reviews.length >= reviews,
  })
  return base
}

interface Moment {
  readonly base: ABase
  readonly stream: string
  readonly moment: readonly Recorded<BaseEvent>[] | undefined
}

const record = async (db: Kysely<Database>, { base, stream, moment = [] }: Moment): Promise<void> => {
  const [first] = moment
  if (first === undefined) return
  const by = moment.map(({ event }) => event).find((event) => 'by' in event)
  const [programme = ''] = stream.split('-')
  await recordEntries(db, {
    ...{ stream, kind: 'base', channel: 'machine', workflowRun: `run-of-${stream}`, claims: [] },
    commandId: `${stream} ${first.seq}`,
    expectedHead: first.seq - 1,
    events: moment.map(({ event }) => asWritten(event, programme)),
    ...(by !== undefined && 'by' in by && by.by !== undefined ? { by: by.by } : {}),
    occurredAt: first.occurredAt,
    rulesVersion: `${base.procedure.id}@${base.procedure.version}`,
    limits: base.procedure.settings,
    view: { ...base.view(), programme },
  })
}

/** Writes one more entry of a machine at the end of the base, by a run of its own. */
export const recordMore = async (app: Kysely<Database>, words: string): Promise<void> => {
  const view = await app.selectFrom('base').selectAll().where('id', '=', yueqing).executeTakeFirstOrThrow()
  await recordEntries(app, {
    ...{ stream: yueqing, kind: 'base', channel: 'machine', workflowRun: 'run', claims: [], commandId: words },
    ...{ expectedHead: view.head_seq, events: [{ type: 'cancel_refused' }], occurredAt: view.updated_at },
    ...{ rulesVersion: view.procedure, limits: full.settings },
    view: {
      ...{ programme: 'gasme', cluster: view.cluster, call: view.call, category: view.category },
      ...{ province: view.province, country: view.country, overlaps: [], recordHash: view.record_hash },
      ...{ stage: view.stage, status: view.status, procedure: view.procedure, awaitsSession: false, reviews: 0 },
      ...{ missingParts: [], undated: [], closed: false, nextDueAt: null, rehearsal: false },
    },
  })
}

/** One person's act is one moment: the entries of several people are not written under one name. */
const momentsOf = (entries: readonly Recorded<BaseEvent>[]): readonly (readonly Recorded<BaseEvent>[])[] => {
  const moments: Recorded<BaseEvent>[][] = []
  for (const entry of entries) {
    const current = moments.at(-1)
    const isNew = 'by' in entry.event || entry.occurredAt !== current?.[0]?.occurredAt
    if (current === undefined || isNew) moments.push([entry])
    else current.push(entry)
  }
  return moments
}

const asWritten = (event: BaseEvent, programme: string): BaseEvent => {
  if (event.type === 'base_nominated') return { ...event, programme }
  if (event.type !== 'document_made') return event
  return {
    ...event,
    files: event.files.map((file) => {
      const bytes = paperOf(file.kind, file.language)
      return { ...file, sha256: fingerprint(bytes), size: bytes.length }
    }),
  }
}

/** The evidence of a subject as it would be made now, without what is for reading only. */
export const evidenceFrom = async (
  db: Kysely<Database>,
  subject: EvidenceSubject = { kind: 'base', id: yueqing },
): Promise<ReadonlyMap<string, Buffer>> => {
  const last = await db.selectFrom('checkpoint').select('size').orderBy('size', 'desc').limit(1).executeTakeFirst()
  const size = last?.size ?? 0
  const streams = await streamsOf(db, subject)
  const { files, entries, differences } = await gatherLedger(db, { subject, streams, size, now: machineClock() })
  const papers = entries.flatMap(({ payload }) => (payload.type === 'document_made' ? payload.files : []))
  return new Map([
    ...[...files].map(([name, content]) => [name, Buffer.from(content)] as const),
    ['differences.ndjson', Buffer.from(differences.map((says) => `${JSON.stringify({ says })}\n`).join(''))] as const,
    ...papers.map(({ kind, language, sha256 }) => [`documents/${sha256}.pdf`, paperOf(kind, language)] as const),
    ...historiesTelling(entries),
  ])
}

/** Histories of runs that tell just these entries, as Temporal would keep them. */
export const historiesTelling = (entries: readonly LedgerEntry[]): ReadonlyMap<string, Buffer> => {
  const runs = [...new Set(entries.map(({ stream, workflow_run: run }) => `${stream} ${run}`))]
  const histories = runs.map((name) => {
    const [stream = '', run = ''] = name.split(' ')
    const own = entries.filter((entry) => entry.stream === stream && entry.workflow_run === run)
    const bytes = historyOf(own.map((entry) => recordedFromRow(entry)))
    return { line: { stream, run, sha256: fingerprint(bytes), events: 1, sealed: false }, bytes }
  })
  return new Map([
    ['histories.ndjson', Buffer.from(histories.map(({ line }) => `${JSON.stringify(line)}\n`).join(''))],
    ...histories.map(({ line, bytes }) => [`histories/${line.sha256}.binpb`, bytes] as const),
  ])
}

const historyOf = (entries: readonly object[]): Buffer => {
  const payloads = (value: object) => ({ payloads: [{ data: Buffer.from(JSON.stringify(value)) }] })
  const details = { data: payloads({ activity_type: 'record' }), result: payloads({ kind: 'recorded', entries }) }
  const events = [{ markerRecordedEventAttributes: { markerName: 'core_local_activity', details } }]
  return Buffer.from(proto.temporal.api.history.v1.History.encode({ events }).finish())
}

/** What the verifier says of files, with or without what an auditor kept. */
export const verdictOn = (files: ReadonlyMap<string, Buffer>, kept: readonly string[] = []): Verdict => {
  const opened: Files = { names: [...files.keys()], bytes: (name) => files.get(name) }
  const trust = { kept: kept.flatMap((text) => readKept(text) ?? []), keys: [] }
  return verifyEvidence(opened, trust)
}
