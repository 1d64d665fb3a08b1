import type { PersonId } from '../../domain/ids.js'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { calculateJwkThumbprint, createLocalJWKSet, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose'
import type { JWK, JWTVerifyGetKey } from 'jose'
import { z } from 'zod'

/** Hands out tokens for the seeded people of a trial, without a password. Anyone can be anyone: never in production. */
export interface LocalIssuer {
  readonly issue: (request: { person: PersonId; now: Date }) => Promise<{ token: string; expiresAt: string }>
  /** Says who somebody is, as a provider tells a client of its own (0053). */
  readonly identify: (asked: {
    readonly person: PersonId
    readonly nonce: string
    readonly now: Date
    readonly issuer: string
    readonly audience: string
  }) => Promise<{ token: string }>
  /** The public half, as it is published. */
  readonly jwks: { readonly keys: readonly JWK[] }
  readonly keys: JWTVerifyGetKey
}

const hoursOfAToken = 12
const algorithm = 'EdDSA'

const KeyFile = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() })

/** Opens the local issuer, making its key on first use in a file only its owner can read. Refuses production. */
export const openLocalIssuer = async ({ mode, keyFile, issuer, audience }: IssuerSettings): Promise<LocalIssuer> => {
  if (mode === 'production') {
    throw new Error(
      'The local issuer hands out tokens to anyone and is not opened in production. Set LOCAL_ISSUER=false.',
    )
  }
  const { d, ...shared } = await readKey(keyFile)
  const kid = await calculateJwkThumbprint(shared)
  const signingKey = await importJWK({ ...shared, d }, algorithm)
  const jwks = { keys: [{ ...shared, kid, alg: algorithm, use: 'sig' }] }
  return {
    jwks,
    keys: createLocalJWKSet(jwks),
    issue: async ({ person, now }) => {
      const seconds = Math.floor(now.getTime() / 1000)
      const end = seconds + hoursOfAToken * 3600
      // Whoever plays is asked at every token who he or she is.
      const token = await new SignJWT({ auth_time: seconds })
        .setProtectedHeader({ alg: algorithm, kid, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(person)
        .setIssuedAt(seconds)
        .setExpirationTime(end)
        .sign(signingKey)
      return { token, expiresAt: new Date(end * 1000).toISOString() }
    },
    identify: async ({ person, nonce, now, issuer: of, audience: client }) => {
      const seconds = Math.floor(now.getTime() / 1000)
      const token = await new SignJWT({ nonce, auth_time: seconds })
        .setProtectedHeader({ alg: algorithm, kid, typ: 'JWT' })
        .setIssuer(of)
        .setAudience(client)
        .setSubject(person)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + 60)
        .sign(signingKey)
      return { token }
    },
  }
}

interface IssuerSettings {
  readonly mode: 'embedded' | 'production'
  readonly keyFile: string
  readonly issuer: string
  readonly audience: string
}

const readKey = async (keyFile: string): Promise<z.infer<typeof KeyFile>> => {
  const kept = await readFile(keyFile, 'utf8').catch(() => undefined)
  if (kept === undefined) return await makeKey(keyFile)
  await chmod(keyFile, 0o600)
  return KeyFile.parse(JSON.parse(kept))
}

const makeKey = async (keyFile: string): Promise<z.infer<typeof KeyFile>> => {
  const { privateKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true })
  const key = KeyFile.parse(await exportJWK(privateKey))
  await mkdir(dirname(keyFile), { recursive: true })
  // `wx`: of two processes that start at once, one makes the key and the other reads it.
  const wasMade = await writeFile(keyFile, JSON.stringify(key), { mode: 0o600, flag: 'wx' }).then(
    () => true,
    () => false,
  )
  return wasMade ? key : KeyFile.parse(JSON.parse(await readFile(keyFile, 'utf8')))
}
