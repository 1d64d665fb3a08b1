import { lookup as resolve } from 'node:dns'
import { request as plainly } from 'node:http'
import { request as securely } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isInside, isThisMachine } from './inside-addresses.js'

/** A message as it goes over the line. */
export interface PostedMessage {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What came back: the status, or in a word why nothing did. */
export type PostAnswer = { readonly status: number } | { readonly fault: string }

/** How a message goes out: a test may look at what goes and choose what comes. */
export type PostMessage = (message: PostedMessage) => Promise<PostAnswer>

const patienceMs = 10_000

/**
 * Posts to an address of the public network and to no other: what a name resolves to is looked at in the very resolution the
 * connection uses, so that a name cannot lead elsewhere a moment later. Redirects are not followed, and no answer is read.
 * In a trial a plain line, and this machine, are allowed.
 */
export const postOutside =
  ({ isTrial }: { readonly isTrial: boolean }): PostMessage =>
  ({ url, headers, body }) => {
    const mayReach = (address: string): boolean => !isInside(address) || (isTrial && isThisMachine(address))
    const to = new URL(url)
    const host = to.hostname.replace(/^\[|\]$/g, '')
    if (to.protocol !== 'https:' && !isTrial) return Promise.resolve({ fault: 'not https' })
    if (isIP(host) !== 0 && !mayReach(host)) return Promise.resolve({ fault: insideFault })
    return new Promise((answered) => {
      const send = to.protocol === 'https:' ? securely : plainly
      const lookup = lookupOf(mayReach)
      const signal = AbortSignal.timeout(patienceMs)
      const sent = send(to, { method: 'POST', headers, lookup, agent: false, signal }, (response) => {
        response.destroy()
        answered({ status: response.statusCode ?? 0 })
      })
      // Whoever would speak another protocol has answered as well, and is left: a listener is needed, or nobody hears of it.
      sent.on('upgrade', (response, socket) => {
        socket.destroy()
        answered({ status: response.statusCode ?? 0 })
      })
      sent.on('error', (error) => answered({ fault: faultOf(error) }))
      sent.on('close', () => answered({ fault: 'no connection' }))
      sent.end(body)
    })
  }

const insideFault = 'inside address'

/** Resolves a name as usual, and to nothing where one of its addresses may not be reached. */
const lookupOf =
  (mayReach: (address: string) => boolean): LookupFunction =>
  // eslint-disable-next-line house/positional-parameters -- Node hands over a name, how it is to be resolved, and where to say so
  (name, options, done) =>
    resolve(name, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, [])
      const [first] = found
      if (first === undefined || !found.every(({ address }) => mayReach(address)))
        return done(Object.assign(new Error(insideFault), { code: 'INSIDE' }), [])
      if (options.all === true) return done(null, found)
      return done(null, first.address, first.family)
    })

/** In a word, and without what a certificate or an answer says. */
const faultOf = (error: Error & { readonly code?: unknown }): string => {
  if (error.message === insideFault) return insideFault
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'no answer in time'
  return typeof error.code === 'string' ? error.code.slice(0, 60) : 'no connection'
}
