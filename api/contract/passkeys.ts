import { z } from 'zod'
import { bodyLimitBytes, instant, saying, uuid } from './scalars.js'

export const PasskeyParams = z.strictObject({ id: uuid })

const base64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/, 'must be base64url')

const credentialId = base64url(1_400)
const publicKey = z.literal('public-key')

/** What an authenticator says, as browsers give it (WebAuthn Level 3); members that nothing here reads are passed over. */
export const Assertion = z.object({
  id: credentialId,
  rawId: credentialId,
  type: publicKey,
  response: z.object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(4_000),
    userHandle: base64url(200).optional(),
  }),
})

const transport = z
  .string()
  .max(40)
  .regex(/^[a-z-]+$/)

export const PasskeyRequest = z
  .strictObject({
    name: saying({ max: 60 }).describe('What you call it, to know it again.'),
    credential: z
      .object({
        id: credentialId,
        rawId: credentialId,
        type: publicKey,
        response: z.object({
          clientDataJSON: base64url(4_000),
          attestationObject: base64url(40_000),
          transports: z.array(transport).max(10).optional(),
        }),
      })
      .describe('What the authenticator made: RegistrationResponseJSON of WebAuthn.'),
  })
  .meta({ id: 'PasskeyRequest', description: 'A passkey that was made for what POST /passkeys/registrations asked.' })

export const PasskeyResponse = z
  .object({ id: uuid, name: z.string(), madeAt: instant, usedAt: instant.nullable() })
  .meta({ id: 'Passkey', description: 'A key by which you show for one act of weight that it is you.' })
export const PasskeysResponse = z.object({ items: z.array(PasskeyResponse) }).meta({ id: 'Passkeys' })

const path = z
  .string()
  .max(600)
  .regex(/^\/[A-Za-z0-9._~:/%-]*$/, 'must be the path of an address of ours')

export const PasskeyActRequest = z
  .union([
    z.strictObject({
      path: path.describe('Where the act will be sent.'),
      key: z.string().min(1).max(255).describe('Its Idempotency-Key.'),
      body: z.record(z.string(), z.unknown()).describe('Its body.'),
    }),
    z.strictObject({
      path: path.describe('Where the form will be sent.'),
      form: z.string().max(bodyLimitBytes).describe('The form of a page, as a browser sends it.'),
    }),
  ])
  .meta({
    id: 'PasskeyActRequest',
    description: 'The act of weight that a passkey is to vouch for, just as it will be sent.',
  })

export const PasskeyAskedResponse = z
  .object({
    options: z.record(z.string(), z.unknown()).describe('The `publicKey` options in JSON, as WebAuthn has them.'),
  })
  .meta({ id: 'PasskeyAsked', description: 'What a browser asks an authenticator: once, and for five minutes.' })
