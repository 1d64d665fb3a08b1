import type { Locale } from './locale.js'

/** What the calendar and the letters need to know about the place of an acting party. */
export interface Place {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** IANA zone of its official time. */
  readonly zone: string
  /** The languages to address its people in, the first one first. */
  readonly languages: readonly Locale[]
}

/** A place with the part of its ISO 3166-2 code after the hyphen, when one place is meant and not a range. */
export interface LocatedPlace extends Place {
  readonly subdivision?: string
}

/**
 * Places by ISO 3166-2 prefix: a country where one zone holds for all of it, else the subdivision. They cover the
 * sample clusters and the programme's offices (domain.md 1, 13); a further place is one more line.
 */
export const places: Readonly<Record<string, Place>> = {
  CN: { country: 'CN', zone: 'Asia/Shanghai', languages: ['zh-CN', 'en'] },
  'US-NY': { country: 'US', zone: 'America/New_York', languages: ['en'] },
  'US-NJ': { country: 'US', zone: 'America/New_York', languages: ['en'] },
  'US-CA': { country: 'US', zone: 'America/Los_Angeles', languages: ['en'] },
  'US-MI': { country: 'US', zone: 'America/Detroit', languages: ['en'] },
  IT: { country: 'IT', zone: 'Europe/Rome', languages: ['en'] },
  IN: { country: 'IN', zone: 'Asia/Kolkata', languages: ['en'] },
  JP: { country: 'JP', zone: 'Asia/Tokyo', languages: ['en'] },
  DE: { country: 'DE', zone: 'Europe/Berlin', languages: ['en'] },
  FR: { country: 'FR', zone: 'Europe/Paris', languages: ['en'] },
  KR: { country: 'KR', zone: 'Asia/Seoul', languages: ['en'] },
  'AR-C': { country: 'AR', zone: 'America/Argentina/Buenos_Aires', languages: ['en'] },
}

/** The programme's own place: incorporated in the United States, at work in New Jersey (domain.md 1); federal holidays. */
export const programmePlace: LocatedPlace = { country: 'US', zone: 'America/New_York', languages: ['en'] }

/**
 * The place of an ISO 3166-2 code such as `CN-ZJ`, a country code such as `CN`, or a range such as `JP-40..JP-46`.
 * Undefined for a place that is not in the table: ask for its zone rather than guess one.
 */
export const placeOf = (iso31662: string): LocatedPlace | undefined => {
  const [first = '', ...further] = iso31662.split('..')
  const [country = '', subdivision] = first.split('-')
  const place = own(first) ?? own(country)
  if (place === undefined || subdivision === undefined || further.length > 0) return place
  return { ...place, subdivision }
}

/** The IANA zone of an ISO 3166-2 code; undefined for a place that is not in the table. */
export const zoneOf = (iso31662: string): string | undefined => placeOf(iso31662)?.zone

const own = (code: string): Place | undefined => (Object.hasOwn(places, code) ? places[code] : undefined)
