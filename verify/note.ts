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

/** Reads `name+id+base64`; undefined when it is none or its id does not fit. */
export function readVerifierKey(text: string): VerifierKey | undefined {
  const [, name = '', id = '', body = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text.trim()) ?? []
  const bytes = Buffer.from(body, 'base64')
  if (bytes.length !== 33 || bytes[0] !== 1) return undefined
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
  readonly signatures: readonly { readonly name: string; readonly id: string; readonly signature: Buffer }[]
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

const readSignature = (line: string): Checkpoint['signatures'] => {
  const [, name = '', body = ''] = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? []
  const bytes = Buffer.from(body, 'base64')
  return bytes.length === 68 ? [{ name, id: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) }] : []
}

/** The keys, of those given, that have truly signed a checkpoint. */
export const signedBy = (checkpoint: Checkpoint, keys: readonly VerifierKey[]): readonly VerifierKey[] =>
  keys.filter((key) =>
    checkpoint.signatures.some(
      ({ name, id, signature }) =>
        name === key.name && id === key.id && verify(null, Buffer.from(checkpoint.text), key.key, signature),
    ),
  )
