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
  /** The keys of the witnesses who must have cosigned the last checkpoint. */
  readonly demanded: readonly string[]
}

/** The largest checkpoint a witness has cosigned, and when it says it did. */
export interface Cosigned {
  readonly witness: string
  readonly size: number
  readonly at: string
}

/**
 * Checks the cosignatures of witnesses whose keys are known (C2SP cosignature/v1): a witness says that it saw this checkpoint, and
 * none that contradicts it. Those of others, and time stamps (RFC 3161), it only counts; so it does with what bears the name of a known
 * witness and is not true, since whoever may add attestations could spoil a file with one. A witness that is demanded and has not
 * truly cosigned the last checkpoint is a fault. Returns the counts that are not nought, and how far each witness has cosigned.
 */
export function checkWitnesses({ told, keys, demanded }: Given, found: (fault: Fault) => void) {
  const known = [...keys, ...demanded]
  const own = new Set(known.flatMap((text) => readVerifierKey(text) ?? []).map(named))
  const witnesses = new Map(known.flatMap((text) => readWitnessKey(text) ?? []).map((key) => [named(key), key]))
  const reached = new Map<string, Cosigned>()
  let [cosignatures, untrue, unknown, stamps, last] = [0, 0, 0, 0, 0]
  for (const line of told) {
    const checkpoint = readCheckpoint(textOf(line, 'note'))
    const added = listOf(line, 'attestations')
    last = Math.max(last, checkpoint?.size ?? 0)
    stamps += added.filter(({ kind }) => kind === 'rfc3161').length
    const cosigned = added.filter(({ kind }) => kind === 'cosignature').map(cosignatureIn)
    unknown += cosigned.filter((read) => read.length === 0).length
    for (const signature of [...(checkpoint?.signatures ?? []), ...cosigned.flat()]) {
      const witness = witnesses.get(named(signature))
      if (own.has(named(signature)) || checkpoint === undefined) continue
      if (witness === undefined) unknown += 1
      else if (isCosigned({ checkpoint, witness, signature })) {
        cosignatures += 1
        const { name, size, at } = { name: witness.name, size: checkpoint.size, at: timeIn(signature.signature) }
        if (size >= (reached.get(witness.text)?.size ?? 0)) reached.set(witness.text, { witness: name, size, at })
      } else untrue += 1
    }
  }
  for (const key of demanded.flatMap((text) => readWitnessKey(text) ?? [])) {
    const size = reached.get(key.text)?.size ?? 0
    if (size < last) found(notCosigned(key, { size, last }))
  }
  const counts = Object.entries({ cosignatures, untrue, unknown, stamps }).filter(([, count]) => count > 0)
  return { counts: Object.fromEntries(counts), cosigned: [...reached.values()] }
}

/** The moment in a cosignature, as text; only of one that is true. */
const timeIn = (signature: Buffer): string => new Date(Number(signature.readBigUInt64BE(0)) * 1000).toISOString()

const named = ({ name, id }: Pick<VerifierKey, 'name' | 'id'>): string => `${name}+${id}`

/** A cosignature as it was handed in: its whole line, or only what stands behind the name. Whose it is, a whole line says itself. */
const cosignatureIn = (added: Fields): readonly Signature[] => {
  const body = textOf(added, 'body').replace(/\n$/, '')
  return readSignature(body.startsWith('\u2014') ? body : `\u2014 ${textOf(added, 'name')} ${body}`)
}

interface Claimed {
  readonly checkpoint: Checkpoint
  readonly witness: VerifierKey
  readonly signature: Signature
}

/** Eight bytes of time, in seconds, and the signature over the time and the text of the checkpoint. */
function isCosigned({ checkpoint, witness, signature: { signature } }: Claimed): boolean {
  if (signature.length !== 72) return false
  const seconds = signature.readBigUInt64BE(0)
  if (seconds === 0n || seconds > lastSecond) return false
  const text = `cosignature/v1\ntime ${seconds}\n${checkpoint.text}`
  return verify(null, Buffer.from(text), witness.key, signature.subarray(8))
}

/** The last second of the year 9999: what is later is no moment that can be told. */
const lastSecond = 253_402_300_799n

const notCosigned = ({ name }: VerifierKey, { size, last }: { size: number; last: number }): Fault =>
  fault('witnesses', {
    en: `${name} has not cosigned the last checkpoint of ${last} entries; ${size === 0 ? 'it has cosigned none here' : `the last it has cosigned holds ${size}`}.`,
    'zh-CN': `${name}未联署含${last}条记录的最后检查点；${size === 0 ? '此处没有其任何联署' : `其最近联署的检查点含${size}条`}。`,
  })
