import type { FastifyRequest } from 'fastify'
import { signInOfToken, type SignIn } from '../../db/reads/sign-ins.js'
import { endSignIns, seeSignIn } from '../../db/writes/sign-ins.js'
import { seatsInForce } from '../auth/sight.js'
import { refusedToken } from '../auth/verify-token.js'
import { signInMinutesUnseen } from '../limits.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { wordIn } from './cookies.js'
import { isFromHere, isMarkOf } from './marks.js'

/** The sign-in of the browser that asks; undefined where it bears none. Refuses one that has ended, was ended, or whose person holds no seat any more. */
export const signInOf = async (parts: ApiParts, request: FastifyRequest): Promise<SignIn | undefined> => {
  const token = wordIn(parts, { request, kind: 'signed-in' })
  if (token === undefined) return undefined
  const signIn = await signInOfToken(parts.db, token)
  const now = parts.clock().toISOString()
  if (signIn === undefined || signIn.endsAt <= now || isUnseen(signIn, now)) throw refusedToken('signed_out')
  const { id, person } = signIn
  if ((await seatsInForce(parts, person)).length === 0) {
    await endSignIns(parts.db, { person, at: now })
    throw refusedToken('signed_out')
  }
  if (minutesBetween(signIn.seenAt, now) >= 1 && !isByItself(request)) await seeSignIn(parts.db, { id, at: now })
  return signIn
}

/** A page that lies open takes its stream of changes up again by itself: nobody was seen by that. */
const isByItself = ({ routeOptions: { url } }: FastifyRequest): boolean => url === '/changes'

const isUnseen = ({ seenAt }: SignIn, now: string): boolean => minutesBetween(seenAt, now) >= signInMinutesUnseen

const minutesBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

interface Meaning {
  readonly request: FastifyRequest
  readonly signIn: SignIn
}

/** Refuses a write that a browser sends along with its sign-in, unless it is meant, by the mark in its header. */
export const mustBeMeant = (parts: ApiParts, { request, signIn }: Meaning): void => {
  if (safe.has(request.method)) return
  const mark = request.headers['x-csrf-token']
  mustBearMark(parts, { request, signIn, mark: typeof mark === 'string' ? mark : undefined })
}

/** Refuses what does not come from a page of ours (by its origin), or lacks the mark of this sign-in, which no other site can read. */
export const mustBearMark = (
  parts: ApiParts,
  { request, signIn, mark }: Meaning & { readonly mark: string | undefined },
): void => {
  if (!isFromHere(parts, request)) throw new ProblemError({ code: 'not_from_our_page', detail: { lacks: 'origin' } })
  if (mark !== undefined && isMarkOf(signIn, mark)) return
  throw new ProblemError({ code: 'not_from_our_page', detail: { lacks: 'mark' } })
}

/** The same for the form of a page: it comes from a browser that is signed in, and its mark stands among its fields. */
export const mustBearFormMark = (
  parts: ApiParts,
  { request, body }: { readonly request: FastifyRequest; readonly body: unknown },
): void => {
  const { signIn } = request
  if (signIn === undefined) throw new ProblemError({ code: 'not_from_our_page', detail: { lacks: 'mark' } })
  const marks: unknown = typeof body === 'object' && body !== null && 'mark' in body ? body.mark : []
  const texts: readonly unknown[] = Array.isArray(marks) ? marks : []
  const mark = texts[0]
  mustBearMark(parts, { request, signIn, mark: typeof mark === 'string' ? mark : undefined })
}
