import type { FastifyRequest } from 'fastify'
import type { ApiParts } from '../parts.js'

/** The two cookies there are: who is signed in, and who is on the way to the provider. */
export type CookieKind = 'signed-in' | 'signing-in'

type Where = Pick<ApiParts, 'config'>

/** `__Host-` binds a cookie to this host and to https; a trial on http can do neither, and bears the plain name. */
const nameOf = ({ config }: Where, kind: CookieKind): string =>
  isHttps(config.API_PUBLIC_URL) ? `__Host-cornerstone-${kind}` : `cornerstone-${kind}`

const isHttps = (url: string): boolean => url.startsWith('https:')

/** The line that gives a browser its word for so many seconds; none takes it away. No script reads it, and no other site sends it along. */
export const cookieLine = (
  where: Where,
  { kind, word, seconds }: { readonly kind: CookieKind; readonly word: string; readonly seconds: number },
): string =>
  [
    `${nameOf(where, kind)}=${word}`,
    'Path=/',
    `Max-Age=${seconds}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isHttps(where.config.API_PUBLIC_URL) ? ['Secure'] : []),
  ].join('; ')

/** The line that takes a cookie away. */
export const noCookie = (where: Where, kind: CookieKind): string => cookieLine(where, { kind, word: '', seconds: 0 })

/** The word a browser bears; undefined where it bears none, or something that is no word of ours. */
export const wordIn = (where: Where, { request, kind }: { request: FastifyRequest; kind: CookieKind }) => {
  const name = nameOf(where, kind)
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key = '', value = ''] = pair.trim().split('=', 2)
    if (key === name && /^[A-Za-z0-9_-]{43}$/.test(value)) return value
  }
  return undefined
}
