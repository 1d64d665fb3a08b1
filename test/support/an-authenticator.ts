import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers'

/** What a page hands over to an authenticator: the challenge, and for whom. */
interface Options {
  readonly challenge: string
  readonly [other: string]: unknown
}

/** What is otherwise than an honest authenticator on an honest page has it. */
interface Otherwise {
  readonly origin?: string
  readonly challenge?: string
  readonly rpID?: string
  /** Whether it looked who uses it. */
  readonly isVerified?: boolean
  readonly counter?: number
  /** Signed by this key instead of its own. */
  readonly by?: KeyObject
}

const sha256 = (of: string | Uint8Array) => createHash('sha256').update(of).digest()
const base64url = (of: Uint8Array) => Buffer.from(of).toString('base64url')

/** What is told of a key that was made: of no model, its id, and the key as COSE has it. */
const credentialOf = (id: Buffer, publicKey: KeyObject): Buffer => {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const cose = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, isoBase64URL.toBuffer(x)],
    [-3, isoBase64URL.toBuffer(y)],
  ])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(id.length)
  return Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)])
}

/** The same, vouched for by nobody. */
const attesting = (authData: Uint8Array): Uint8Array =>
  isoCBOR.encode(
    new Map<string, string | Uint8Array | Map<string, string>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, string>()],
      ['authData', new Uint8Array(authData)],
    ]),
  )

/** An authenticator in software, with one key over P-256, on a page of that origin. It counts each use, unless it is one that never does. */
export const anAuthenticator = ({ origin, counts = true }: { readonly origin: string; readonly counts?: boolean }) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  const rpID = new URL(origin).hostname
  let uses = 0

  const signed = ({ challenge }: Options, { type, ...otherwise }: Otherwise & { readonly type: string }) => {
    const said = {
      type,
      challenge: otherwise.challenge ?? challenge,
      origin: otherwise.origin ?? origin,
      crossOrigin: false,
    }
    return Buffer.from(JSON.stringify(said))
  }
  const head = (otherwise: Otherwise, flags: number) => {
    uses += counts ? 1 : 0
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(otherwise.counter ?? uses)
    const verified = otherwise.isVerified === false ? 0 : 0x04
    return Buffer.concat([sha256(otherwise.rpID ?? rpID), Buffer.from([0x01 | verified | flags]), counter])
  }
  const named = { id: base64url(id), rawId: base64url(id), type: 'public-key' } as const

  return {
    id: named.id,
    /** Makes its key known, as `navigator.credentials.create` does. */
    make: (options: Options, otherwise: Otherwise = {}) => {
      const authData = Buffer.concat([head(otherwise, 0x40), credentialOf(id, publicKey)])
      const clientDataJSON = base64url(signed(options, { ...otherwise, type: 'webauthn.create' }))
      const attestationObject = base64url(attesting(authData))
      return { ...named, response: { clientDataJSON, attestationObject, transports: ['internal'] } }
    },
    /** Signs for what is asked, as `navigator.credentials.get` does. */
    say: (options: Options, otherwise: Otherwise = {}) => {
      const clientData = signed(options, { ...otherwise, type: 'webauthn.get' })
      const authData = head(otherwise, 0)
      const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), otherwise.by ?? privateKey)
      return {
        ...named,
        response: {
          clientDataJSON: base64url(clientData),
          authenticatorData: base64url(authData),
          signature: base64url(signature),
        },
      }
    },
  }
}
