import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

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
  const signer = signerOf(name, createPrivateKey({ key: Buffer.concat([pkcs8, bytes.subarray(1)]), ...derForm }))
  if (signer.id !== id) throw new Error(`The checkpoint key ${name}+${id} does not fit its id; it has been changed.`)
  return signer
}

/** Makes a new private key under a name, such as `example.org/cooperation-bases`, as one line. */
export function makeSignerKey(name: string): string {
  if (!/^[^\s+]+$/.test(name))
    throw new Error(`The name of a key has no space and no plus; got ${JSON.stringify(name)}.`)
  const { privateKey } = generateKeyPairSync('ed25519')
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(pkcs8.length)
  return `PRIVATE+KEY+${name}+${signerOf(name, privateKey).id}+${Buffer.from([ed25519, ...seed]).toString('base64')}`
}

/** The note: the text, an empty line, and a line for each signature. The text ends with a line break. */
export const signedNote = (text: string, signers: readonly NoteSigner[]): string =>
  `${text}\n${signers.map((signer) => signatureLine(text, signer)).join('')}`

const signatureLine = (text: string, { name, id, sign: signed }: NoteSigner): string =>
  `\u2014 ${name} ${Buffer.concat([Buffer.from(id, 'hex'), signed(text)]).toString('base64')}\n`

/** What comes before the 32 bytes of an Ed25519 seed in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const derForm = { format: 'der', type: 'pkcs8' } as const

const signerOf = (name: string, key: KeyObject): NoteSigner => {
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
  const publicKey = Buffer.concat([Buffer.of(ed25519), raw])
  const id = createHash('sha256').update(`${name}\n`).update(publicKey).digest('hex').slice(0, 8)
  return {
    ...{ name, id, verifierKey: `${name}+${id}+${publicKey.toString('base64')}` },
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key),
  }
}
