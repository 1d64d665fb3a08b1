import { z } from 'zod'
import { registerKinds } from '../../domain/register.js'
import { pageFields, pageOf } from './page.js'
import { identifier, instant, programmeId, text } from './scalars.js'

export const RegisterParams = z.strictObject({
  programme: programmeId,
  kind: z.enum(registerKinds),
  entry: z.string().min(1).max(100),
})
export const RegisterQuery = z.strictObject({ ...pageFields, kind: z.enum(registerKinds).optional() })

export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code such as VN')
  .refine((code) => isKnownCountry(code), 'must be a country of ISO 3166-1')
export const placeCode = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'must be an ISO 3166-2 code such as VN-HN, or a country such as VN')
  .refine((code) => isKnownCountry(code.slice(0, 2)), 'must lie in a country of ISO 3166-1')
export const zone = z
  .string()
  .regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2}$/, 'must be an IANA name such as Asia/Ho_Chi_Minh')
  .refine((name) => isKnownZone(name), 'must be a time zone of the IANA database')
export const language = z
  .string()
  .max(35)
  .refine((tag) => isLanguage(tag), 'must be a BCP 47 language tag such as vi, ka or zh-CN')
/** A word of a record, as short as a label. */
export const categoryWord = text({ max: 60 })
export const shortName = text({ max: 200 })

const OrganisationEntry = z.object({
  kind: z.literal('organisation'),
  id: identifier,
  name: z.object({ en: z.string(), local: z.string() }),
  country: z.string(),
})
const PlaceEntry = z.object({
  kind: z.literal('place'),
  id: z.string(),
  country: z.string(),
  zone: z.string(),
  languages: z.array(z.string()),
})
const CategoryEntry = z.object({
  kind: z.literal('category'),
  id: z.string(),
  name: z.object({ en: z.string(), 'zh-CN': z.string() }),
})
const NamesEntry = z.object({
  kind: z.literal('names'),
  id: identifier,
  name: z.string().optional(),
  place: z.string(),
  government: z.string(),
})
const Entry = z
  .discriminatedUnion('kind', [OrganisationEntry, PlaceEntry, CategoryEntry, NamesEntry])
  .meta({ id: 'RegisterEntry', description: 'An organisation, a place, an industry category, or names in Chinese.' })

export const RegisterEntryResponse = z
  .object({
    entry: Entry,
    asked: Entry.nullable().describe('What is to take its place, once another person confirms it.'),
    askedBy: identifier.nullable(),
    changedAt: instant,
  })
  .meta({ id: 'RegisteredEntry' })
export const RegisterResponse = pageOf(RegisterEntryResponse, 'Register')

/** Groups of countries, outlying places and inventions, which have a name in CLDR like a country. */
const noCountries = ['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']

/**
 * Codes of former countries are turned into those of today, so they are not their own. What is no code at all is none either: Intl
 * throws on it, and a check is asked even where the form before it has failed.
 */
const isKnownCountry = (code: string): boolean => {
  try {
    return (
      new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) !== undefined &&
      Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` &&
      !noCountries.includes(code)
    )
  } catch {
    return false
  }
}

const isKnownZone = (timeZone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}
