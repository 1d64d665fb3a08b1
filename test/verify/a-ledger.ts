import { readFileSync } from 'node:fs'
import proto from '@temporalio/proto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { machineClock } from '../../clock/machine-clock.js'
import { gatherLedger } from '../../api/evidence/gather.js'
import { manifestOf } from '../../api/evidence/manifest.js'
import { connect } from '../../db/connect.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { makeSignerKey, readSigner, signedNote } from '../../db/log/note.js'
import type { NoteSigner } from '../../db/log/note.js'
import { statementFor } from '../../db/log/statement.js'
import { canonicalText } from '../../db/canonical-text.js'
import type { LedgerEntry } from '../../db/ledger.js'
import { recordedFromRow, recordEntries } from '../../db/record/record-entries.js'
import { streamsOf } from '../../db/reads/evidence.js'
import type { EvidenceSubject } from '../../db/reads/evidence.js'
import type { Database } from '../../db/schema.js'
import { createProgramme } from '../../db/writes/programmes.js'
import { keepVersion } from '../../db/writes/negotiated-texts.js'
import { fingerprint } from '../../documents/document-store.js'
import { textHashOf } from '../../documents/hash-of-text.js'
import { full } from '../../domain/gicc/full.js'
import type { BaseEvent, EventOf, Recorded } from '../../domain/event.js'
import { readKept } from '../../verify/check-kept.js'
import { verifyEvidence } from '../../verify/verdict.js'
import type { Verdict } from '../../verify/verdict.js'
import type { Files } from '../../verify/zip.js'
import { aProgrammeIn } from '../activities/a-recorded-base.js'
import { aNominatedBase } from '../support/a-base.js'
import type { ABase } from '../support/a-base.js'
import { exampleContent } from '../support/negotiating.js'
import { play } from '../support/playing.js'
import { cloneDatabase } from '../support/services.js'
import { defined } from '../../domain/values/defined.js'

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
  const sequencer = connect(database.sequencerUrl, { max: 2 })
  await aProgrammeIn(app)
  for (const base of [yueqing, elsewhere]) await keepExampleText(app, base)
  await createProgramme(app, {
    id: 'other',
    namespace: 'cornerstone',
    rehearsal: false,
    procedure: 'full',
    label: { en: 'Another programme', 'zh-CN': '另一项目' },
  })
  const [first, second] = [aLife(0), aLife(0)]
  const [own, others] = [momentsOf(first.recorded), momentsOf(second.recorded)]
  for (let at = 0; at < Math.max(own.length, others.length); at += 1) {
    await record(app, { base: first, stream: yueqing, moment: own[at] })
    await record(app, { base: second, stream: elsewhere, moment: others[at] })
    if (at % 20 === 19) await makeCheckpoint(sequencer, { signers: [signer], atOnce: true })
  }
  await makeCheckpoint(sequencer, { signers: [signer], atOnce: true })
  return {
    app,
    owner,
    sequencer,
    database,
    close: async () => {
      await Promise.all([app.destroy(), owner.destroy(), sequencer.destroy()])
      await database.drop()
    },
  }
}

/** The words of the one version that a played life hands over again and again. */
const keepExampleText = (app: Kysely<Database>, base: string) =>
  keepVersion(app, {
    base,
    hash: textHashOf(exampleContent),
    body: canonicalText(exampleContent),
    at: '2027-01-01T00:00:00.000Z',
  })

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
    stream,
    kind: 'base',
    channel: 'machine',
    workflowRun: `run-of-${stream}`,
    claims: [],
    commandId: `${stream} ${first.seq}`,
    expectedHead: first.seq - 1,
    events: moment.map(({ event }) => asWritten(event, programme)),
    ...defined({ by: by !== undefined && 'by' in by && by.by !== undefined ? by.by : undefined }),
    occurredAt: first.occurredAt,
    rulesVersion: `${base.procedure.id}@${base.procedure.version}`,
    limits: base.procedure.settings,
    view: { ...base.view(), programme },
  })
}

interface More {
  /** The id of the command. */
  readonly words: string
  readonly event: BaseEvent
}

/** Writes one more entry at the end of the base, by a run of its own: what somebody did, or something of a machine. */
export const recordMore = async (app: Kysely<Database>, more: string | More): Promise<void> => {
  const { words, event }: More = typeof more === 'string' ? { words: more, event: { type: 'cancel_refused' } } : more
  const view = await app.selectFrom('base').selectAll().where('id', '=', yueqing).executeTakeFirstOrThrow()
  await recordEntries(app, {
    stream: yueqing,
    kind: 'base',
    channel: 'machine',
    workflowRun: 'run',
    claims: [],
    commandId: words,
    expectedHead: view.head_seq,
    events: [event],
    occurredAt: view.updated_at,
    rulesVersion: view.procedure,
    limits: full.settings,
    ...defined({ by: 'by' in event && event.by !== undefined ? event.by : undefined }),
    view: {
      programme: 'gasme',
      cluster: view.cluster,
      call: view.call,
      category: view.category,
      province: view.province,
      country: view.country,
      overlaps: [],
      recordHash: view.record_hash,
      stage: view.stage,
      status: view.status,
      procedure: view.procedure,
      awaitsSession: false,
      reviews: 0,
      missingParts: [],
      undated: [],
      closed: false,
      nextDueAt: null,
      rehearsal: false,
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
  // What was filled in lies nowhere here: an entry that named it would name words that are lost.
  if (event.type === 'step_acted') return withoutForm(event)
  if (event.type !== 'document_made') return event
  return {
    ...event,
    files: event.files.map((file) => {
      const bytes = paperOf(file.kind, file.language)
      return { ...file, sha256: fingerprint(bytes), size: bytes.length }
    }),
  }
}

const withoutForm = ({ form: _, ...event }: EventOf<'step_acted'>): EventOf<'step_acted'> => event

const verifier = readFileSync(new URL('../../verify/verify-evidence.mjs', import.meta.url))

/** The evidence of a subject as it would be made now: what is for reading only is in it by name. */
export const evidenceFrom = async (
  db: Kysely<Database>,
  about: EvidenceSubject & { readonly signers?: readonly NoteSigner[] } = { kind: 'base', id: yueqing },
): Promise<ReadonlyMap<string, Buffer>> => {
  const { kind, id, signers = [signer] } = about
  const last = await db.selectFrom('checkpoint').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst()
  const size = last?.size ?? 0
  const streams = await streamsOf(db, { kind, id })
  const { files: made, entries, differences } = await gatherLedger(db, { streams, size })
  const papers = entries.flatMap(({ payload }) => (payload.type === 'document_made' ? payload.files : []))
  const files = new Map([
    ...['README.txt', 'report.en.pdf', 'report.zh-CN.pdf'].map((name) => [name, Buffer.from(name)] as const),
    ['verify-evidence.mjs', verifier] as const,
    ...[...made].map(([name, content]) => [name, Buffer.from(content)] as const),
    ['differences.ndjson', Buffer.from(differences.map((says) => `${JSON.stringify({ says })}\n`).join(''))] as const,
    ...papers.map(({ kind: of, language, sha256 }) => [`documents/${sha256}.pdf`, paperOf(of, language)] as const),
    ...historiesTelling(entries),
  ])
  const origin = last?.note.split('\n', 1)[0] ?? ''
  const manifest = manifestOf({ subject: { kind, id }, streams, origin, madeAt: machineClock().toISOString(), files })
  const asked = { kind, subject: id, size, manifest: fingerprint(Buffer.from(manifest)) }
  const answer = await statementFor(db, { asked, signers, verifier: async () => fingerprint(verifier) })
  const statement = 'note' in answer ? [['statement.txt', Buffer.from(answer.note)] as const] : []
  return new Map([['manifest.json', Buffer.from(manifest)], ...statement, ...files])
}

/**
 * Files as a lying API would hand them out: its manifest names them as they are, and the sequencer, which knows of files nothing but
 * the hash of the manifest, has signed its true statement over it.
 */
export const resealed = (files: ReadonlyMap<string, Buffer>, by = signer): ReadonlyMap<string, Buffer> => {
  const about = z.looseObject({ files: z.looseObject({}) }).safeParse(jsonIn(files.get('manifest.json')))
  if (!about.success) return files
  const others = [...files].filter(([name]) => name !== 'manifest.json' && name !== 'statement.txt')
  const hashes = Object.fromEntries(others.map(([name, bytes]) => [name, fingerprint(bytes)]))
  const manifest = `${canonicalText({ ...about.data, files: hashes })}\n`
  const [text = ''] = (files.get('statement.txt')?.toString('utf8') ?? '').split('\n\n')
  const said = `${text}\n`.replace(/^manifest .*$/m, `manifest ${fingerprint(Buffer.from(manifest))}`)
  const statement = text === '' ? [] : [['statement.txt', Buffer.from(signedNote(said, [by]))] as const]
  return new Map([['manifest.json', Buffer.from(manifest)], ...statement, ...others])
}

const jsonIn = (bytes: Buffer | undefined): unknown => {
  try {
    return JSON.parse(bytes?.toString('utf8') ?? '')
  } catch {
    return undefined
  }
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

/** Files in memory as the verifier reads them. */
export const opened = (files: ReadonlyMap<string, Buffer>): Files => ({
  names: [...files.keys()],
  bytes: (name) => files.get(name),
})

/** What the verifier says of files a lying API has handed out, with or without what an auditor kept. */
export const verdictOn = (files: ReadonlyMap<string, Buffer>, kept: readonly string[] = []): Verdict =>
  verifyEvidence(opened(resealed(files)), { kept: kept.flatMap((text) => readKept(text) ?? []), keys: [] })
