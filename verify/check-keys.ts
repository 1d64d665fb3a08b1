import { fault } from './fault.js'
import type { Fault } from './fault.js'
import { readCheckpoint, readVerifierKey, signedBy } from './note.js'
import type { Checkpoint, VerifierKey } from './note.js'

export interface Signed {
  readonly checkpoints: readonly Checkpoint[]
  /** The keys that were accepted, the first one first. */
  readonly accepted: readonly VerifierKey[]
  readonly signatures: number
}

interface Given {
  readonly notes: readonly string[]
  /** The keys the file brings along. */
  readonly keys: readonly string[]
  /** Keys the auditor has from elsewhere; with any of them, only these are believed at first. */
  readonly trusted: readonly string[]
}

/**
 * Checks the signature of every checkpoint. A key is believed when the auditor brings it, or, without one, when it signed
 * the first checkpoint; another key only from a checkpoint on that it signed together with a believed one.
 */
export function checkKeys({ notes, keys, trusted }: Given, found: (fault: Fault) => void): Signed {
  const known = new Map([...keys, ...trusted].flatMap(readKey).map((key) => [key.id, key]))
  const accepted = new Map(trusted.flatMap(readKey).map((key) => [key.id, key]))
  const checkpoints: Checkpoint[] = []
  let signatures = 0
  for (const [number, note] of notes.entries()) {
    const checkpoint = readCheckpoint(note)
    const last = checkpoints.at(-1)
    if (checkpoint === undefined) {
      found(unreadable(number + 1))
      continue
    }
    const signers = signedBy(checkpoint, [...known.values()])
    signatures += signers.length
    const isFirst = accepted.size === 0 && last === undefined
    if (isFirst || signers.some(({ id }) => accepted.has(id))) for (const key of signers) accepted.set(key.id, key)
    if (!signers.some(({ id }) => accepted.has(id))) found(unsigned(checkpoint))
    if (last !== undefined && (checkpoint.size <= last.size || checkpoint.time < last.time))
      found(outOfOrder(checkpoint))
    checkpoints.push(checkpoint)
  }
  return { checkpoints, accepted: [...accepted.values()], signatures }
}

const readKey = (text: string): readonly VerifierKey[] => {
  const key = readVerifierKey(text)
  return key === undefined ? [] : [key]
}

const unreadable = (number: number): Fault =>
  fault('keys', {
    en: `Checkpoint ${number} in checkpoints.ndjson has not the form of a signed checkpoint.`,
    'zh-CN': `checkpoints.ndjson 中第${number}个检查点不是已签名检查点的格式。`,
  })

const unsigned = ({ size, time }: Checkpoint): Fault =>
  fault('keys', {
    en: `The checkpoint of ${size} entries (${time}) bears no true signature of a key that is believed.`,
    'zh-CN': `${size}条记录的检查点（${time}）没有可信密钥的有效签名。`,
  })

const outOfOrder = ({ size, time }: Checkpoint): Fault =>
  fault('keys', {
    en: `The checkpoint of ${size} entries (${time}) does not follow the one before it in size and time.`,
    'zh-CN': `${size}条记录的检查点（${time}）在规模或时间上未接续前一个。`,
  })
