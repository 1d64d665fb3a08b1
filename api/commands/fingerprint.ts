import { createHash, createHmac } from 'node:crypto'
import canonicalize from 'canonicalize'
import { heldKeys, isWhole } from '../../db/seals/installation-key.js'

/** SHA-256 of a JSON value in its canonical form (RFC 8785), in hexadecimal digits: the same for every spelling of it. */
export const jsonHash = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? 'null')
    .digest('hex')

/** A body as notes know it: by its hash under the current key of the installation, and under former ones. */
export interface BodyMark {
  readonly bodyHash: string
  /** Under keys that were replaced and not destroyed: a command that was noted before is known by one of these. */
  readonly formerHashes: readonly string[]
}

/**
 * The keyed hash of a body (HMAC-SHA256 over its bytes, or over its canonical form). A body may hold a person's words, and its
 * mark travels with the command into histories that are kept for years: without the key of the installation nobody can
 * find the words by trying.
 */
export const bodyMark = (body: unknown): BodyMark => {
  const bytes = body instanceof Uint8Array ? body : (canonicalize(body ?? null) ?? 'null')
  const [current, ...former] = heldKeys()
  const under = ({ key }: { readonly key: Buffer }): string =>
    createHmac('sha256', key).update('command body\n').update(bytes).digest('hex')
  return { bodyHash: under(current), formerHashes: former.filter(isWhole).map(under) }
}

/**
 * A UUID that follows from what it names, so that asking for the same thing again is the same command. Version 8 of
 * RFC 9562, of the first 122 free bits of a SHA-256 over the parts.
 */
export const derivedUuid = (...parts: readonly string[]): string => {
  const digits = jsonHash(parts)
  const variant = ((Number.parseInt(digits.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-')
}
