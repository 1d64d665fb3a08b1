import type { BaseId, PersonId } from '../../domain/ids.js'
import { createHash, randomBytes } from 'node:crypto'
import { isSealFor, sealFor, type SealedFacts } from './row-seal.js'

/** What a link is for; it stays what it was when the link was made. */
export interface LinkedAct {
  readonly id: string
  readonly tokenHash: string
  readonly person: PersonId
  readonly seat: string
  readonly base: BaseId
  readonly step: string
  readonly documents: readonly string[]
}

/** A token nobody guesses: 256 random bits in letters of an address. It is kept nowhere, its hash alone. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** How a token is kept: 256 random bits need no salt. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The seal of the row of a link. */
export const linkSeal = (link: LinkedAct): string => sealFor('link', factsOf(link))

/** Whether a process of this installation made a link for just this. */
export const isLinkSealed = (link: LinkedAct, seal: string): boolean =>
  isSealFor('link', { facts: factsOf(link), seal })

const factsOf = ({ id, tokenHash: hash, person, seat, base, step, documents }: LinkedAct): SealedFacts => [
  id,
  hash,
  person,
  seat,
  base,
  step,
  documents,
]
