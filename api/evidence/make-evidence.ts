import { programmeOfBase, type PersonId } from '../../domain/ids.js'
import { readFile } from 'node:fs/promises'
import { cosignedByAll } from '../../db/cosigning/cosigned-by-all.js'
import { coveringCheckpoint } from '../../db/log/covering-checkpoint.js'
import { askStatement } from '../../db/log/ask-statement.js'
import { checkpointsUpTo, erasureStreams, runsOf, streamsOf } from '../../db/reads/evidence.js'
import { sealedHistories } from '../../db/reads/sealed-histories.js'
import type { EvidenceSubject } from '../../db/reads/evidence.js'
import { composeEvidenceReport } from '../../documents/compose/evidence-report.js'
import { soundBytes, fingerprint } from '../../documents/document-store.js'
import { createTypesetter } from '../../documents/typesetter.js'
import { locales } from '../../domain/locale.js'
import type { ApiParts } from '../parts.js'
import { notFound, notSigned } from '../problems.js'
import { programmePlace } from '../programme-place.js'
import { gatherLedger } from './gather.js'
import type { Gathered } from './gather.js'
import { witnessKeysOf } from '../witnessing/witness.js'
import { manifestOf } from './manifest.js'
import { mustOpenNoSheet, mustSeeEach } from './no-sealed-sheet.js'
import { readme } from './readme.js'
import { reportOf } from './report-of.js'
import { scansIn } from './scans-in.js'
import { sealEnded } from './sealer.js'
import { zipOf } from '../../exhibits/zip-writer.js'
import { defined } from '../../domain/values/defined.js'

/** How long the sequencer may take for the checkpoint an evidence file is made under, and for the statement in it. */
const patienceMs = 15_000

/** How long the file waits for witnesses to cosign its checkpoint. One that is away is left out: it can be asked for later. */
const witnessPatienceMs = 6_000

/** The verifier as one file, made of the room `verify/` by `npm run gen`. */
const verifier = new URL('../../verify/verify-evidence.mjs', import.meta.url)

type Parts = ApiParts

/** Of what a file is made, and for whom. */
export interface EvidenceAsked {
  readonly subject: EvidenceSubject
  readonly person: PersonId
}

/**
 * An evidence file of a base or a whole programme, under a checkpoint made for it and with the sequencer's signed statement of
 * what it has to hold. Answers with the problem that there is no such base, that it would open a sealed sheet, or that the
 * sequencer does not answer.
 */
export async function makeEvidence(parts: Parts, { subject, person }: EvidenceAsked): Promise<Buffer> {
  const { db, clock } = parts
  const streams = await streamsOf(db, subject)
  if (streams.length === 0) throw notFound(`${subject.kind} ${subject.id}`)
  await mustSeeEach(parts, { streams, person })
  await mustOpenNoSheet(parts, { streams, person })
  await sealEnded(parts, { streams }).catch((error: unknown) =>
    parts.log.warn({ err: error }, 'evidence is made without sealing what has ended'),
  )
  const covered = [...streams, ...(await erasureStreams(db, streams))]
  const size = await coveringCheckpoint(db, { streams: covered, patienceMs })
  if (size === undefined) throw notSigned('checkpoint')
  await cosignedByAll(db, { size, keys: witnessKeysOf(parts.config), patienceMs: witnessPatienceMs })
  const now = clock()
  const gathered = await gatherLedger(db, { streams, size })
  const [papers, scans, histories, reports, text] = [
    await papersIn(parts, gathered),
    await scansIn(parts, gathered),
    await historiesOf(parts, streams),
    await reportsOf(parts, { subject, gathered, size, now }),
    await readFile(verifier),
  ]
  const differences = [...gathered.differences, ...papers.differences, ...scans.differences, ...histories.differences]
  const files = new Map<string, string | Uint8Array>([
    ['README.txt', readme(subject.id)],
    ['verify-evidence.mjs', text],
    ...gathered.files,
    ['differences.ndjson', differences.map((says) => `${JSON.stringify({ says })}\n`).join('')],
    ...reports,
    ...papers.files,
    ...scans.files,
    ...histories.files,
  ])
  // Once more: a sheet that came in meanwhile may stand in what was gathered.
  await mustOpenNoSheet(parts, { streams, person })
  return zipOf(await stated(parts, { subject, streams, size, now, files }), now)
}

interface Unstated {
  readonly subject: EvidenceSubject
  readonly streams: readonly string[]
  readonly size: number
  readonly now: Date
  readonly files: ReadonlyMap<string, string | Uint8Array>
}

/** The files under a manifest and the statement. One that is refused is left out: such a file is evidence too, of a changed ledger. */
async function stated({ db, log }: Parts, { subject, streams, size, now, files }: Unstated) {
  const note = (await checkpointsUpTo(db, size)).at(-1)?.note ?? ''
  const manifest = manifestOf({
    subject,
    streams,
    origin: note.split('\n', 1)[0] ?? '',
    madeAt: now.toISOString(),
    files,
  })
  const asked = { kind: subject.kind, subject: subject.id, size, manifest: fingerprint(Buffer.from(manifest)) }
  const answer = await askStatement(db, { ...asked, patienceMs })
  if (answer === undefined) throw notSigned('statement')
  if ('refused' in answer) log.error({ subject: subject.id, size, why: answer.refused }, 'evidence without a statement')
  const statement = 'note' in answer ? [['statement.txt', answer.note] as const] : []
  return new Map([['manifest.json', manifest], ...statement, ...files])
}

interface Some {
  readonly files: ReadonlyMap<string, string | Uint8Array>
  readonly differences: readonly string[]
}

/** The papers that entries name, once each; one that is damaged or gone is told and left out. */
async function papersIn({ documents }: Parts, { entries }: Gathered): Promise<Some> {
  const files = new Map<string, Uint8Array>()
  const differences: string[] = []
  for (const { stream, seq, payload } of entries)
    for (const { sha256 } of payload.type === 'document_made' ? payload.files : []) {
      const name = `documents/${sha256}.pdf`
      if (files.has(name)) continue
      const bytes = await soundBytes(documents, sha256)
      if (bytes === undefined)
        differences.push(`paper ${sha256} of entry ${seq} of ${stream} is damaged or gone from the document store.`)
      else files.set(name, bytes)
    }
  return { files, differences }
}

/** Sealed histories from the store, and from Temporal those of runs that still go on. */
async function historiesOf({ db, documents, temporal }: Parts, streams: readonly string[]): Promise<Some> {
  const files = new Map<string, string | Uint8Array>()
  const [listed, differences]: [object[], string[]] = [[], []]
  const sealed = await sealedHistories(db, streams)
  for (const { stream, run, sha256, events } of sealed) {
    const bytes = await documents.get(sha256).catch(() => undefined)
    listed.push({ stream, run, sha256, events, sealed: true })
    if (bytes === undefined) differences.push(`the sealed history of run ${run} of ${stream} is damaged or gone.`)
    else files.set(`histories/${sha256}.binpb`, bytes)
  }
  const known = new Set(sealed.map(({ stream, run }) => `${stream} ${run}`))
  for (const { stream, run } of [...(await runsOf(db, streams)), ...streams.map((one) => latestOf(one))]) {
    if (run !== undefined && known.has(`${stream} ${run}`)) continue
    const { namespace } = await programmePlace({ db }, programmeOfBase(stream))
    const place = { namespace, stream, ...defined({ run }) }
    const history = await temporal.historyOf(place).catch(() => undefined)
    if (history !== undefined && !known.has(`${stream} ${history.run}`)) {
      const sha256 = fingerprint(history.bytes)
      known.add(`${stream} ${history.run}`)
      listed.push({ stream, run: history.run, sha256, events: history.events, sealed: false })
      files.set(`histories/${sha256}.binpb`, history.bytes)
    } else if (history === undefined && run !== undefined)
      differences.push(`the history of run ${run} of ${stream} was never sealed and could not be read from Temporal.`)
  }
  files.set('histories.ndjson', listed.map((one) => `${JSON.stringify(one)}\n`).join(''))
  return { files, differences }
}

/** The run that goes on now may not have written an entry yet. */
const latestOf = (stream: string): { readonly stream: string; readonly run: string | undefined } => ({
  stream,
  run: undefined,
})

interface Reporting {
  readonly subject: EvidenceSubject
  readonly gathered: Gathered
  readonly size: number
  readonly now: Date
}

async function reportsOf({ db }: Parts, { subject, gathered, size, now }: Reporting) {
  const checkpoint = (await checkpointsUpTo(db, size)).at(-1)
  const { rehearsal } = await programmePlace({ db }, programmeOfBase(subject.id))
  const report = reportOf({
    subject: subject.id,
    rehearsal,
    madeAt: now.toISOString(),
    entries: gathered.entries,
    checkpoint: {
      size,
      root: checkpoint?.root ?? '',
      at: checkpoint?.signed_at ?? now.toISOString(),
      origin: checkpoint?.note.split('\n', 1)[0] ?? '',
    },
    isOneBase: subject.kind === 'base',
  })
  const typesetter = createTypesetter()
  try {
    const printed: [string, Uint8Array][] = []
    for (const language of locales)
      printed.push([`report.${language}.pdf`, await typesetter.renderSheet(composeEvidenceReport(report, language))])
    return printed
  } finally {
    await typesetter.close()
  }
}
