import { sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { keyIdOf, makePrivateKey, privateKeyOf, publicBytesOf, publicKeyOf } from '../log/ed25519.js'
import { fromBase64 } from './notes.js'
import type { OpenedNote, SignatureLine } from './notes.js'

/** The public key of a log, or of a witness (C2SP signed-note, tlog-cosignature). */
export interface PublicKey {
  readonly name: string
  readonly id: string
  /** As it is given to whoever checks: `name+id+base64`. */
  readonly text: string
  readonly key: KeyObject
}

/** A witness's own key: it signs cosignatures and nothing else. */
export interface Cosigner {
  readonly name: string
  readonly verifierKey: string
  /** The line of its cosignature on a text, at a time in whole seconds. */
  readonly cosign: (text: string, seconds: number) => string
}

/** The kind of a key, as its first byte says. */
const kinds = { log: 1, witness: 4 } as const

/** Reads the key of a log (Ed25519); undefined for what is none or does not fit its id. */
export const readLogKey = (text: string): PublicKey | undefined => readPublic(text, kinds.log)

/** Reads the key of a witness (Ed25519 cosignature/v1); undefined for what is none or does not fit its id. */
export const readWitnessKey = (text: string): PublicKey | undefined => readPublic(text, kinds.witness)

/** The key of a witness as a setting names it. Throws for one that is none. */
export function witnessKeyNamed(text: string): PublicKey {
  const key = readWitnessKey(text)
  if (key === undefined) throw new Error(`WITNESSES: ${text} is no public key of a witness (Ed25519).`)
  return key
}

function readPublic(text: string, kind: number): PublicKey | undefined {
  const [, name = '', id = '', body = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = fromBase64(body)
  if (bytes?.length !== 33 || bytes[0] !== kind || keyIdOf(name, bytes) !== id) return undefined
  return { name, id, text: text.trim(), key: publicKeyOf(bytes) }
}

/** Makes a new private key for a witness under a name, such as `witness.example.org/gasme`, as one line. */
export const makeCosignerKey = (name: string): string => makePrivateKey(name, kinds.witness)

/** Reads a private key as `makeCosignerKey` writes it. Refuses, without showing any of it, what is none; the key of a log too. */
export function readCosigner(text: string): Cosigner {
  const [, name = '', id = '', body = ''] = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = Buffer.from(body, 'base64')
  if (bytes.length !== 33 || bytes[0] !== kinds.witness)
    throw new Error('The key of a witness is one line PRIVATE+KEY+<name>+<id>+<base64>, made with npm run witness:key.')
  const key = privateKeyOf(bytes)
  const own = publicBytesOf(key, kinds.witness)
  if (keyIdOf(name, own) !== id)
    throw new Error(`The key of the witness ${name}+${id} does not fit its id; it has been changed.`)
  return {
    name,
    verifierKey: `${name}+${id}+${own.toString('base64')}`,
    cosign: (covered, seconds) => {
      const time = Buffer.alloc(8)
      time.writeBigUInt64BE(BigInt(seconds))
      const signature = sign(null, Buffer.from(cosigned(covered, BigInt(seconds))), key)
      return `\u2014 ${name} ${Buffer.concat([Buffer.from(id, 'hex'), time, signature]).toString('base64')}\n`
    },
  }
}

const cosigned = (text: string, seconds: bigint): string => `cosignature/v1\ntime ${seconds}\n${text}`

const isOf = ({ name, id }: SignatureLine, key: PublicKey): boolean => name === key.name && id === key.id

/** The last second of the year 9999: what is later is no moment that can be told. */
const lastSecond = 253_402_300_799n

/** Whether a line is a true cosignature of a witness over a text, at a time that can be told. */
export function isCosignature(line: SignatureLine, { text, by }: { text: string; by: PublicKey }): boolean {
  if (!isOf(line, by) || line.signature.length !== 72) return false
  const seconds = line.signature.readBigUInt64BE(0)
  if (seconds === 0n || seconds > lastSecond) return false
  return verify(null, Buffer.from(cosigned(text, seconds)), by.key, line.signature.subarray(8))
}

/**
 * The line of a log's own signature on a note of its own; undefined where there is none, or where one that bears its name and id is
 * false: such a note is malformed (C2SP signed-note).
 */
export function signatureOf({ text, signatures }: OpenedNote, key: PublicKey): SignatureLine | undefined {
  const own = signatures.filter((line) => isOf(line, key))
  const isTrue = own.every(
    ({ signature }) => signature.length === 64 && verify(null, Buffer.from(text), key.key, signature),
  )
  return isTrue ? own[0] : undefined
}
