import type { Kysely } from 'kysely'
import type { Logger as Log } from 'pino'
import type { WorkerConfig } from '../../config/processes.js'
import { isCosignature, witnessKeyNamed } from '../../db/cosigning/keys.js'
import type { PublicKey } from '../../db/cosigning/keys.js'
import { readSignatureLine, textOf } from '../../db/cosigning/notes.js'
import { cosignersOf } from '../../db/cosigning/true-cosignatures.js'
import { writeSubmission } from '../../db/cosigning/submission.js'
import { consistencyProofs } from '../../db/log/proofs.js'
import { cosignedBy, lastSize, readNote } from '../../db/reads/checkpoints.js'
import type { Database } from '../../db/schema.js'
import { saveAttestation } from '../../db/writes/attestations.js'
import { attend } from '../attend.js'

/** A witness that cosigns for this ledger, and where it takes checkpoints (C2SP tlog-witness). */
export interface NamedWitness {
  readonly key: PublicKey
  /** The submission prefix. */
  readonly url: string
}

interface Parts {
  readonly db: Kysely<Database>
  readonly witnesses: readonly NamedWitness[]
  readonly log: Log
  readonly send?: SendToWitness
}

/** How a request goes out: a test may look at what comes and goes. */
export type SendToWitness = (url: string, body: string) => Promise<Answer>

interface Answer {
  readonly status: number
  readonly type: string
  readonly text: string
}

/** The witnesses of the settings. Throws for a key that is none. */
export const witnessesFrom = ({ WITNESSES = [] }: Pick<WorkerConfig, 'WITNESSES'>): readonly NamedWitness[] =>
  WITNESSES.map(({ key, rest: url }) => ({ key: witnessKeyNamed(key), url: url.replace(/\/$/, '') }))

/** Soon, since evidence waits a few seconds for the cosignatures on its checkpoint; where nothing is new it is one question. */
const lookMs = 2_000

/**
 * Has each new checkpoint cosigned by every witness, for as long as the process lives. One that is away is waited for; each has a
 * round of its own, so that one that does not answer holds up no other.
 */
export const startWitnesses = (parts: Parts): { readonly stop: () => Promise<void> } => {
  const running = parts.witnesses.map((witness) =>
    attend({
      work: roundsOf(parts, witness),
      everyMs: lookMs,
      log: parts.log,
      waits: 'checkpoints wait to be cosigned, because the database did not answer',
    }),
  )
  return { stop: async () => void (await Promise.all(running.map(async ({ stop }) => await stop()))) }
}

/** So that a witness that is away for long is asked about every four minutes. */
const mostRounds = 128

/** The rounds of one witness: after each failure in a row twice as many pass before it is asked again, from one on. */
function roundsOf(parts: Parts, witness: NamedWitness): () => Promise<void> {
  let [failures, passing] = [0, 0]
  return async () => {
    if (passing > 0) return void (passing -= 1)
    const size = await lastSize(parts.db)
    if (size === undefined || (await submit(parts, { witness, size }))) return void (failures = 0)
    passing = Math.min(2 ** failures, mostRounds) - 1
    failures += 1
  }
}

interface Submitting {
  readonly witness: NamedWitness
  readonly size: number
}

/**
 * Has a checkpoint cosigned by one witness, unless it was, and keeps what is true of its answer. Returns whether it is cosigned now. A
 * witness that knows another size is asked once more, from there.
 */
export async function submit(parts: Parts, { witness, size }: Submitting): Promise<boolean> {
  const { size: reached } = await cosignedBy(parts.db, witness.key)
  if (reached !== null && reached >= size) return true
  const old = reached ?? 0
  const first = await ask(parts, { witness, size, old })
  const known = first?.status === 409 ? sizeIn(first) : undefined
  const isAskedAgain = known !== undefined && known <= size
  const answer = isAskedAgain ? await ask(parts, { witness, size, old: known }) : first
  if (answer?.status === 200) return await keepTrue(parts, { witness, size, text: answer.text })
  tellRefusal(parts, { witness, size, old: isAskedAgain ? known : old, answer })
  return false
}

interface Refused extends Submitting {
  /** The size it was asked from. */
  readonly old: number
  readonly answer: Answer | undefined
}

/** Says why a witness did not cosign. Two of the reasons are worth more than a warning: our log was cut, or somebody signs with its key elsewhere. */
function tellRefusal({ log }: Parts, { witness, size, old, answer }: Refused): void {
  const known = answer?.status === 409 ? sizeIn(answer) : undefined
  const about = { witness: witness.key.name, url: witness.url, size, known, status: answer?.status }
  if (known !== undefined && known > size)
    return log.error(about, 'a witness has cosigned a larger checkpoint of this log than there is')
  // Another root under just this size: 409 in version 1.0.0 of the protocol, 422 since.
  const isOtherRoot = answer?.status === 409 && old === size && (known ?? size) === size
  if (answer?.status === 422 || isOtherRoot)
    return log.error(about, 'a witness finds a checkpoint of this log to contradict one it has cosigned')
  log.warn(about, 'a witness did not cosign; trying again')
}

async function ask(
  { db, send = postWithin(10_000), log }: Parts,
  { witness, size, old }: Submitting & { readonly old: number },
): Promise<Answer | undefined> {
  const note = (await readNote(db, size)) ?? ''
  const [proof] = old === 0 ? [] : await consistencyProofs(db, { sizes: [old], to: size })
  const body = writeSubmission({ old, path: proof?.path ?? [], note })
  return await send(`${witness.url}/add-checkpoint`, body).catch((error: unknown) => {
    log.warn({ err: error, witness: witness.key.name }, 'a witness could not be reached; trying again')
    return undefined
  })
}

/** The size a witness answers with; undefined where it is none that a proof can begin at. */
const sizeIn = ({ text, type }: Answer): number | undefined =>
  type.startsWith('text/x.tlog.size') && /^(0|[1-9]\d{0,14})\n$/.test(text) ? Number(text) : undefined

/** Keeps the line of the witness's own key, where it is true; lines of other keys are passed over. */
async function keepTrue(
  { db, log }: Parts,
  { witness: { key }, size, text }: Submitting & { readonly text: string },
): Promise<boolean> {
  const note = (await readNote(db, size)) ?? ''
  const lines = text.split('\n').flatMap(readSignatureLine)
  const own = lines.find((line) => isCosignature(line, { text: textOf(note), by: key }))
  if (own === undefined) {
    log.warn({ witness: key.name, size }, 'a witness answered without a true cosignature; trying again')
    return false
  }
  // Where another worker was first, its line stands beside this one: it says the same at another second.
  await saveAttestation(db, { size, kind: 'cosignature', name: key.name, body: own.line })
  const { cosigned, belied } = await cosignersOf(db, { size, keys: [key] })
  if (belied.length > 0)
    log.error({ witness: key.name, size }, 'a false cosignature lies in the database under the name of a witness')
  return cosigned.length > 0
}

const mostBytes = 64 * 1024

/** Sends over the line: no longer than that, to that address and no other, and no more is read than any answer holds. */
export const postWithin =
  (patienceMs: number): SendToWitness =>
  async (url, body) => {
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
    const chunks: Uint8Array[] = []
    let bytes = 0
    const received: AsyncIterable<Uint8Array> | null = response.body
    for await (const chunk of received ?? []) {
      bytes += chunk.length
      if (bytes > mostBytes) throw new Error('The answer of the witness is larger than any.')
      chunks.push(chunk)
    }
    const text = Buffer.concat(chunks).toString('utf8')
    return { status: response.status, type: response.headers.get('content-type') ?? '', text }
  }
