import { sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { readLogKey, signatureOf } from '../cosigning/keys.js'
import { openNote } from '../cosigning/notes.js'
import { keyIdOf, makePrivateKey, privateKeyOf, publicBytesOf } from './ed25519.js'

/** A key that signs notes (C2SP signed-note): its name is printed in each signature, its id tells it from others. */
export interface NoteSigner {
  readonly name: string
  /** Eight hexadecimal digits, from name and public key. */
  readonly id: string
  /** The public key as it is given to whoever checks: `name+id+base64`. */
  readonly verifierKey: string
  readonly sign: (text: string) => Uint8Array
}

const ed25519 = 1
const signerForm = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/

/**
 * Reads a private key of the form `PRIVATE+KEY+name+id+base64`, as Go's note package writes it. Refuses, without showing
 * any of it, what is no such key or whose id does not fit.
 */
export function readSigner(text: string): NoteSigner {
  const [, name = '', id = '', body = ''] = signerForm.exec(text.trim()) ?? []
  const bytes = Buffer.from(body, 'base64')
  if (bytes.length !== 33 || bytes[0] !== ed25519) {
    throw new Error('A checkpoint key is one line PRIVATE+KEY+<name>+<id>+<base64> with an Ed25519 key; this is none.')
  }
  const signer = signerOf(name, privateKeyOf(bytes))
  if (signer.id !== id) throw new Error(`The checkpoint key ${name}+${id} does not fit its id; it has been changed.`)
  return signer
}

/** Makes a new private key under a name, such as `example.org/cooperation-bases`, as one line. */
export const makeSignerKey = (name: string): string => makePrivateKey(name, ed25519)

/** The note: the text, an empty line, and a line for each signature. The text ends with a line break. */
export const signedNote = (text: string, signers: readonly NoteSigner[]): string =>
  `${text}\n${signers.map((signer) => signatureLine(text, signer)).join('')}`

const signatureLine = (text: string, { name, id, sign: signed }: NoteSigner): string =>
  `\u2014 ${name} ${Buffer.concat([Buffer.from(id, 'hex'), signed(text)]).toString('base64')}\n`

/** Whether a note bears a true signature of a key that signs, given as `name+id+base64`; false for whatever is no note or no such key. */
export function hasSigned(note: string, verifierKey: string): boolean {
  const [opened, key] = [openNote(note), readLogKey(verifierKey)]
  return opened !== undefined && key !== undefined && signatureOf(opened, key) !== undefined
}

const signerOf = (name: string, key: KeyObject): NoteSigner => {
  const publicKey = publicBytesOf(key, ed25519)
  const id = keyIdOf(name, publicKey)
  return {
    name,
    id,
    verifierKey: `${name}+${id}+${publicKey.toString('base64')}`,
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key),
  }
}
