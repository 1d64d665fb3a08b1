import { fromBase64, readLogCheckpoint } from './notes.js'
import type { LogCheckpoint } from './notes.js'

/** What a log sends to a witness (C2SP tlog-witness, add-checkpoint). */
export interface CosigningRequest {
  /** The size the log believes the witness cosigned last. */
  readonly old: number
  readonly proof: readonly Buffer[]
  readonly checkpoint: LogCheckpoint
}

/** More hashes than the proof of any log holds. */
const mostHashes = 63

/** Reads a request; a text says what in it is not as the protocol has it. */
export function readSubmission(body: Buffer): CosigningRequest | string {
  const cut = body.indexOf('\n\n')
  const [first = '', ...hashes] = body.subarray(0, Math.max(cut, 0)).toString('latin1').split('\n')
  const [, old] = /^old (0|[1-9]\d{0,14})$/.exec(first) ?? []
  if (cut < 0 || old === undefined) return 'the first line is no "old <size>", or no empty line follows the proof'
  const proof = hashes.map(fromBase64).filter((hash) => hash?.length === 32)
  if (hashes.length > mostHashes) return `the proof has more than ${mostHashes} lines`
  const whole = proof.filter((hash) => hash !== undefined)
  if (whole.length !== hashes.length) return 'a line of the proof is no hash in base64'
  const checkpoint = readLogCheckpoint(body.subarray(cut + 2))
  if (checkpoint === undefined) return 'what stands below the empty line is no checkpoint'
  return { old: Number(old), proof: whole, checkpoint }
}

/** Writes a request: the note as it was signed, with the hashes of the proof in hexadecimal digits. */
export const writeSubmission = ({ old, path, note }: { old: number; path: readonly string[]; note: string }): string =>
  `old ${old}\n${path.map((hash) => `${Buffer.from(hash, 'hex').toString('base64')}\n`).join('')}\n${note}`
