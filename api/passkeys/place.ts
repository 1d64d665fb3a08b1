import { isIP } from 'node:net'
import type { ApiParts } from '../parts.js'
import { passkeyRefused } from './refused.js'

/** For whom authenticators sign, and on pages of which origin. */
interface PasskeyPlace {
  readonly rpID: string
  readonly origin: string
}

/** Where passkeys of this installation are good; undefined where its address is a number, of which browsers take none. */
export const passkeyPlaceOf = ({ config }: Pick<ApiParts, 'config'>): PasskeyPlace | undefined => {
  const { hostname, origin } = new URL(config.API_PUBLIC_URL)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return undefined
  return { rpID: config.PASSKEY_RP_ID ?? hostname, origin }
}

/** The same; refuses where there is none. */
export const mustHavePlace = (parts: Pick<ApiParts, 'config'>): PasskeyPlace => {
  const place = passkeyPlaceOf(parts)
  if (place === undefined) throw passkeyRefused('no_place')
  return place
}

/** For how long an authenticator may take, in minutes: after that it is asked anew. */
export const challengeMinutes = 5

/** Since when something may have been asked to be answered now. */
export const askedSince = ({ clock }: Pick<ApiParts, 'clock'>): string =>
  new Date(clock().getTime() - challengeMinutes * 60_000).toISOString()
