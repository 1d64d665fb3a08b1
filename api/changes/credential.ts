import type { FastifyRequest } from 'fastify'
import { decodeJwt } from 'jose'
import { apiTokenOf } from '../../db/reads/api-tokens.js'
import { tokenPrefix } from '../../db/writes/api-tokens.js'
import type { ApiParts } from '../parts.js'

/** By what it is known who follows: as long as that holds, changes are told. */
export type Credential =
  | { readonly kind: 'sign_in' | 'api_token'; readonly id: string }
  | { readonly kind: 'token'; readonly endsAtMs: number }

/** By what this request is known, which the gate has looked at. */
export const credentialOf = async (parts: ApiParts, request: FastifyRequest): Promise<Credential> => {
  const { signIn } = request
  if (signIn !== undefined) return { kind: 'sign_in', id: signIn.id }
  const word = (request.headers.authorization ?? '').slice('Bearer '.length)
  if (!word.startsWith(tokenPrefix)) return { kind: 'token', endsAtMs: (decodeJwt(word).exp ?? 0) * 1000 }
  return { kind: 'api_token', id: (await apiTokenOf(parts.db, word))?.id ?? '' }
}
