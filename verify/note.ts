import { createPublicKey, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { sha256 } from './tree.js'

/** A public key that checks notes (C2SP signed-note). */
export interface VerifierKey {
  readonly name: string
  readonly id: string
  readonly text: string
  readonly key: KeyObject
}

/** Reads `name+id+base64` of an Ed25519 key that signs notes; undefined when it is none or its id does not fit. */
export const readVerifierKey = (text: string): VerifierKey | undefined => readKey(text, 1)

/** The same of a witness, whose key signs nothing but cosignatures (C2SP tlog-cosignature). */
export const readWitnessKey = (text: string): VerifierKey | undefined => readKey(text, 4)

function readKey(text: string, algorithm: number): VerifierKey | undefined {
  const [, name = '', id = '', body = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text.trim()) ?? []
  const bytes = Buffer.from(body, 'base64')
  if (bytes.length !== 33 || bytes[0] !== algorithm) return undefined
  if (sha256(`${name}\n`, bytes).toString('hex').slice(0, 8) !== id) return undefined
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)])
  return { name, id, text: text.trim(), key: createPublicKey({ key: spki, format: 'der', type: 'spki' }) }
}

/** A checkpoint as it was signed (C2SP tlog-checkpoint), with its two lines of our own. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Buffer
  readonly stateRoot: Buffer
  readonly time: string
  readonly text: string
  readonly signatures: readonly Signature[]
}

/** A line below a note: who signed, with which key, and what comes after the key's id. */
export interface Signature {
  readonly name: string
  readonly id: string
  readonly signature: Buffer
}

/** Reads a signed checkpoint; undefined when it has not the form of one. */
export function readCheckpoint(note: string): Checkpoint | undefined {
  const cut = note.indexOf('\n\n')
  if (cut < 0) return undefined
  const text = note.slice(0, cut + 1)
  const [origin = '', size = '', root = '', ...extra] = text.split('\n')
  const state = extra.find((line) => line.startsWith('state '))?.slice(6) ?? ''
  const time = extra.find((line) => line.startsWith('time '))?.slice(5) ?? ''
  const signatures = note
    .slice(cut + 2)
    .split('\n')
    .flatMap((line) => readSignature(line))
  const [rootBytes, stateRoot] = [Buffer.from(root, 'base64'), Buffer.from(state, 'base64')]
  const isForm = origin !== '' && /^[1-9]\d{0,14}$/.test(size) && !Number.isNaN(Date.parse(time))
  if (!isForm || rootBytes.length !== 32 || stateRoot.length !== 32) return undefined
  return { origin, size: Number(size), root: rootBytes, stateRoot, time, text, signatures }
}

/** Reads a line of a signature, in a list of one; an empty one when it is none. */
export const readSignature = (line: string): readonly Signature[] => {
  const [, name = '', body = ''] = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? []
  const bytes = Buffer.from(body, 'base64')
  return bytes.length > 4 ? [{ name, id: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) }] : []
}

/** The keys, of those given, that have truly signed a checkpoint. */
export const signedBy = (checkpoint: Checkpoint, keys: readonly VerifierKey[]): readonly VerifierKey[] =>
  keys.filter((key) =>
    checkpoint.signatures.some(
      ({ name, id, signature }) =>
        name === key.name &&
        id === key.id &&
        signature.length === 64 &&
        verify(null, Buffer.from(checkpoint.text), key.key, signature),
    ),
  )
