import type { FastifyReply, FastifyRequest } from 'fastify'
import { locales, type Locale } from '../../domain/locale.js'
import { localeOf } from '../language.js'

type Asking = Pick<FastifyRequest, 'headers' | 'url'>

const cookie = 'cornerstone-language'
const yearSeconds = 31_536_000

/** The language that was chosen on a page of ours, now or before on this browser; undefined where none was. */
export const chosenLanguage = ({ headers, url }: Asking): Locale | undefined => askedIn(url) ?? keptIn(headers)

/** The language a page is drawn in: the one that was chosen, else the one the browser asks for. */
export const pageLanguage = (asking: Asking): Locale =>
  chosenLanguage(asking) ?? localeOf(asking.headers['accept-language'])

/** Keeps for a year on this browser what was chosen by the address. It is no secret and says nothing of anybody. */
export const keepLanguage = (reply: FastifyReply, { url }: Asking): FastifyReply => {
  const chosen = askedIn(url)
  return chosen === undefined
    ? reply
    : reply.header('set-cookie', `${cookie}=${chosen}; Path=/; Max-Age=${yearSeconds}; HttpOnly; SameSite=Lax`)
}

const askedIn = (url: string): Locale | undefined => among(new URLSearchParams(url.split('?', 2)[1] ?? '').get('lang'))

const keptIn = ({ cookie: pairs = '' }: Asking['headers']): Locale | undefined =>
  among(
    pairs
      .split(';')
      .map((pair) => pair.trim().split('=', 2))
      .find(([name]) => name === cookie)?.[1],
  )

const among = (word: unknown): Locale | undefined => locales.find((one) => one === word)
