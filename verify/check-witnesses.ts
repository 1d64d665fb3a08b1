import { verify } from 'node:crypto'
import { listOf, textOf } from './entry.js'
import type { Fields } from './entry.js'
import { fault } from './fault.js'
import type { Fault } from './fault.js'
import { readCheckpoint, readSignature, readVerifierKey, readWitnessKey } from './note.js'
import type { Checkpoint, Signature, VerifierKey } from './note.js'

interface Given {
  /** The lines of `checkpoints.ndjson`: each a note, with what outsiders have added to it. */
  readonly told: readonly Fields[]
  /** The keys of the file and those the auditor brings. */
  readonly keys: readonly string[]
}

/**
 * Checks the cosignatures of witnesses whose keys are known (C2SP cosignature/v1): a witness says that it saw this checkpoint, and
 * none that contradicts it. Of others, and of time stamps (RFC 3161), it only counts how many there are: their givers' own
 * programs check them. Returns the counts that are not nought.
 */
export function checkWitnesses({ told, keys }: Given, found: (fault: Fault) => void): Readonly<Record<string, number>> {
  const own = new Set(keys.flatMap((text) => readVerifierKey(text) ?? []).map(named))
  const witnesses = new Map(keys.flatMap((text) => readWitnessKey(text) ?? []).map((key) => [named(key), key]))
  let [cosignatures, unknown, stamps] = [0, 0, 0]
  for (const line of told) {
    const checkpoint = readCheckpoint(textOf(line, 'note'))
    const added = listOf(line, 'attestations')
    stamps += added.filter(({ kind }) => kind === 'rfc3161').length
    for (const signature of [...(checkpoint?.signatures ?? []), ...added.flatMap(cosignatureIn)]) {
      const witness = witnesses.get(named(signature))
      if (own.has(named(signature)) || checkpoint === undefined) continue
      if (witness === undefined) unknown += 1
      else if (isCosigned({ checkpoint, witness, signature })) cosignatures += 1
      else found(untrue(checkpoint, witness))
    }
  }
  const counts = { cosignatures, unknown, stamps }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}

const named = ({ name, id }: Pick<VerifierKey, 'name' | 'id'>): string => `${name}+${id}`

/** A cosignature as it was handed in: its whole line, or only what stands behind the name. */
const cosignatureIn = (added: Fields): readonly Signature[] => {
  if (added['kind'] !== 'cosignature') return []
  const body = textOf(added, 'body').trim()
  return readSignature(body.startsWith('\u2014') ? body : `\u2014 ${textOf(added, 'name')} ${body}`)
}

interface Cosigned {
  readonly checkpoint: Checkpoint
  readonly witness: VerifierKey
  readonly signature: Signature
}

/** Eight bytes of time, in seconds, and the signature over the time and the text of the checkpoint. */
function isCosigned({ checkpoint, witness, signature: { signature } }: Cosigned): boolean {
  if (signature.length !== 72) return false
  const text = `cosignature/v1\ntime ${signature.readBigUInt64BE(0)}\n${checkpoint.text}`
  return verify(null, Buffer.from(text), witness.key, signature.subarray(8))
}

const untrue = ({ size, time }: Checkpoint, { name }: VerifierKey): Fault =>
  fault('keys', {
    en: `The cosignature of ${name} on the checkpoint of ${size} entries (${time}) is not that of its key.`,
    'zh-CN': `${name}对${size}条记录的检查点（${time}）的联署与其密钥不符。`,
  })
