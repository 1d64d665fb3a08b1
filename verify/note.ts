import { createPublicKey, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { isInstant } from './entry.js'
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
  const bytes = base64(body)
  if (bytes?.length !== 33 || bytes[0] !== algorithm) return undefined
  if (sha256(`${name}\n`, bytes).toString('hex').slice(0, 8) !== id) return undefined
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)])
  return { name, id, text: text.trim(), key: createPublicKey({ key: spki, format: 'der', type: 'spki' }) }
}

/** The bytes of a text in base64; undefined when another text would be the usual one for them. */
const base64 = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

/** A note (C2SP signed-note): a text, an empty line, and a line for each signature. */
export interface Note {
  /** What was signed, with its last line break. */
  readonly text: string
  readonly signatures: readonly Signature[]
}

/** A checkpoint as it was signed (C2SP tlog-checkpoint), with its two lines of our own. */
export interface Checkpoint extends Note {
  readonly origin: string
  readonly size: number
  readonly root: Buffer
  readonly stateRoot: Buffer
  readonly time: string
}

/** A line below a note: who signed, with which key, and what comes after the key's id. */
export interface Signature {
  readonly name: string
  readonly id: string
  readonly signature: Buffer
}

/** Reads a note; undefined when it has not the form of one, down to the last line below it. */
export function readNote(note: string): Note | undefined {
  const cut = note.lastIndexOf('\n\n')
  if (cut < 0 || !note.endsWith('\n')) return undefined
  const lines = note.slice(cut + 2, -1).split('\n')
  const signatures = lines.flatMap((line) => readSignature(line))
  return signatures.length === lines.length ? { text: note.slice(0, cut + 1), signatures } : undefined
}

/** Reads a signed checkpoint; undefined when it has not the form of one: five lines, no more. */
export function readCheckpoint(note: string): Checkpoint | undefined {
  const read = readNote(note)
  const lines = (read?.text ?? '').split('\n')
  const [origin = '', size = '', root = '', state = '', time = ''] = lines
  const [rootBytes, stateRoot] = [base64(root), base64(valueOf(state, 'state'))]
  const at = valueOf(time, 'time')
  const isForm = lines.length === 6 && origin !== '' && /^[1-9]\d{0,14}$/.test(size) && isInstant(at)
  if (read === undefined || !isForm || rootBytes?.length !== 32 || stateRoot?.length !== 32) return undefined
  return { ...read, origin, size: Number(size), root: rootBytes, stateRoot, time: at }
}

/** What stands on a line behind its name; empty when it is the line of another. */
export const valueOf = (line: string | undefined, name: string): string =>
  line?.startsWith(`${name} `) === true ? line.slice(name.length + 1) : ''

/** Reads a line of a signature, in a list of one; an empty one when it is none. */
export const readSignature = (line: string): readonly Signature[] => {
  const [, name = '', body = ''] = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? []
  const bytes = base64(body) ?? Buffer.alloc(0)
  return bytes.length > 4 ? [{ name, id: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) }] : []
}

/** The keys, of those given, that have truly signed a note. */
export const signedBy = (note: Note, keys: readonly VerifierKey[]): readonly VerifierKey[] =>
  keys.filter((key) =>
    note.signatures.some(
      ({ name, id, signature }) =>
        name === key.name &&
        id === key.id &&
        signature.length === 64 &&
        verify(null, Buffer.from(note.text), key.key, signature),
    ),
  )
