import { locales, type Locale } from './locale.js'

/** What the calendar and the letters need to know about the place of an acting party. */
export interface Place {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** IANA zone of its official time. */
  readonly zone: string
  /** The languages to address its people in, the first one first; letters are written in those that are a `Locale`. */
  readonly languages: readonly string[]
}

/** A place with the part of its ISO 3166-2 code after the hyphen, when one place is meant and not a range. */
export interface LocatedPlace extends Place {
  readonly subdivision?: string
}

/**
 * Places by ISO 3166-2 prefix: a country where one zone holds for all of it, else the subdivision. They cover the
 * sample clusters and the programme's offices (13); an administrator adds a further one
 * to the register of a programme.
 */
const places: Readonly<Record<string, Place>> = {
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

/** The programme's own place: incorporated in the United States, at work in New Jersey; federal holidays. */
export const programmePlace: LocatedPlace = { country: 'US', zone: 'America/New_York', languages: ['en'] }

/**
 * The place of an ISO 3166-2 code such as `CN-ZJ`, a country code such as `CN`, or a range such as `JP-40..JP-46`, with the
 * places that were `added` to the table first. Undefined for one that is in neither: ask for its zone rather than guess one.
 */
export const placeOf = (iso31662: string, added: Readonly<Record<string, Place>> = {}): LocatedPlace | undefined => {
  const [first = '', ...further] = iso31662.split('..')
  const [country = '', subdivision] = first.split('-')
  const place = own(first, added) ?? own(first, places) ?? own(country, added) ?? own(country, places)
  if (place === undefined || subdivision === undefined || further.length > 0) return place
  return { ...place, subdivision }
}

/** The languages in which letters go to a place, the first one first, with the programme's own among them. */
export const lettersIn = ({ languages }: Pick<Place, 'languages'>): readonly Locale[] => [
  ...new Set<Locale>([...languages.flatMap((language) => locales.filter((one) => one === language)), 'en']),
]

const own = (code: string, table: Readonly<Record<string, Place>>): Place | undefined =>
  Object.hasOwn(table, code) ? table[code] : undefined
