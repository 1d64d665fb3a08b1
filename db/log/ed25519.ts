import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** What comes before the 32 bytes of an Ed25519 public key (RFC 8410). */
const spki = Buffer.from('302a300506032b6570032100', 'hex')

/** What comes before the 32 bytes of an Ed25519 seed in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The public key of these 33 bytes: its kind, which is not looked at, and the key (C2SP signed-note). */
export const publicKeyOf = (bytes: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([spki, bytes.subarray(1)]), format: 'der', type: 'spki' })

/** The private key of these 33 bytes: its kind, which is not looked at, and the seed. */
export const privateKeyOf = (bytes: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8, bytes.subarray(1)]), format: 'der', type: 'pkcs8' })

/** The 33 bytes of the public half of a key: its kind and the key. */
export const publicBytesOf = (key: KeyObject, kind: number): Buffer =>
  Buffer.from([kind, ...createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)])

/** Eight hexadecimal digits that tell a key from others, from its name and its 33 public bytes. */
export const keyIdOf = (name: string, bytes: Uint8Array): string =>
  createHash('sha256').update(`${name}\n`).update(bytes).digest('hex').slice(0, 8)

/** Makes a new private key of a kind under a name, as one line `PRIVATE+KEY+name+id+base64`. Refuses a name that none can have. */
export function makePrivateKey(name: string, kind: number): string {
  if (!/^[^\s+]+$/.test(name))
    throw new Error(`The name of a key has no space and no plus; got ${JSON.stringify(name)}.`)
  const { privateKey } = generateKeyPairSync('ed25519')
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(pkcs8.length)
  const id = keyIdOf(name, publicBytesOf(privateKey, kind))
  return `PRIVATE+KEY+${name}+${id}+${Buffer.from([kind, ...seed]).toString('base64')}`
}
