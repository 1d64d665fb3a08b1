import type { PersonId } from '../../domain/ids.js'
import { createHash } from 'node:crypto'

/** Which edition of an issuer's keys is known and fresh; undefined while there is none, and then nothing is remembered. */
export type KeysEdition = () => number | undefined

/** Remembers for whom tokens stood that were checked, so that one of a busy person is not checked anew at every request. */
export interface CheckedTokens {
  /** The person of a token that was checked with the keys of now and has not ended; undefined: check it. */
  readonly personOf: (token: string) => string | undefined
  /** Keeps what a check found, if the keys it was begun with are still those of now. `endsAt` in seconds, as in a token. */
  readonly keep: (token: string, checked: { person: PersonId; endsAt: number; edition: number | undefined }) => void
}

interface Checked {
  readonly person: PersonId
  readonly endsAt: number
  readonly edition: number
}

/**
 * A memory of at most `limit` tokens, the longest unused forgotten first. It holds hashes, never a token; refused ones
 * are not remembered at all. Nothing outlives the token's own end, and all is checked anew when the keys were fetched anew.
 */
export const rememberTokens = ({ limit, edition, clock }: Memory): CheckedTokens => {
  const known = new Map<string, Checked>()
  return {
    personOf: (token) => {
      const name = hashOf(token)
      const found = known.get(name)
      if (found === undefined) return undefined
      known.delete(name)
      if (found.edition !== edition() || found.endsAt <= secondsOf(clock())) return undefined
      known.set(name, found)
      return found.person
    },
    keep: (token, { person, endsAt, edition: begunWith }) => {
      if (begunWith === undefined || begunWith !== edition()) return
      known.set(hashOf(token), { person, endsAt, edition: begunWith })
      const [oldest] = known.keys()
      if (known.size > limit && oldest !== undefined) known.delete(oldest)
    },
  }
}

interface Memory {
  readonly limit: number
  readonly edition: KeysEdition
  readonly clock: () => Date
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64')

/** As a token counts its end: whole seconds. */
const secondsOf = (instant: Date): number => Math.floor(instant.getTime() / 1000)
