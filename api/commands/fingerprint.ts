import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** SHA-256 of a JSON value in its canonical form (RFC 8785), in hexadecimal digits: the same for every spelling of it. */
export const jsonHash = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? 'null')
    .digest('hex')

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
