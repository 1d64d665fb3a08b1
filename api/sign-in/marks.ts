import type { FastifyRequest } from 'fastify'
import { isSealFor, sealFor } from '../../db/seals/row-seal.js'
import type { ApiParts } from '../parts.js'
import type { Protection } from './provider.js'

/** Whether a browser says that a page of ours sends this: every browser names the origin of a write. */
export const isFromHere = ({ config }: Pick<ApiParts, 'config'>, { headers }: FastifyRequest): boolean => {
  const { origin, 'sec-fetch-site': site } = headers
  return origin === new URL(config.API_PUBLIC_URL).origin && (site === undefined || site === 'same-origin')
}

interface OfSignIn {
  readonly id: string
}

/** The mark a write by this sign-in has to bear. */
export const markOfSignIn = ({ id }: OfSignIn): string => sealFor('browser', ['mark', id])

/** Whether a write bears the mark of just this sign-in. */
export const isMarkOf = ({ id }: OfSignIn, mark: string): boolean =>
  isSealFor('browser', { facts: ['mark', id], seal: mark })

/**
 * What protects the sign-in a browser has begun, worked out from the word it bears: nobody who reads the tables learns it, and no other
 * browser has it.
 */
export const protectionOf = (browser: string): Protection => ({
  state: sealFor('browser', ['state', browser]),
  nonce: sealFor('browser', ['nonce', browser]),
  verifier: sealFor('browser', ['verifier', browser]),
})
