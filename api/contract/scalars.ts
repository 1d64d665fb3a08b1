import { z } from 'zod'
import { documentKinds } from '../../domain/document-kind.js'
import { locales } from '../../domain/locale.js'
import { stages, statuses } from '../../domain/lifecycle.js'
import { reasonCodes } from '../../domain/reason-code.js'
import { roleCodes } from '../../domain/role.js'

/**
 * A text a person wrote: Unicode NFC, at most `max` UTF-16 units. Refuses NUL (PostgreSQL cannot keep it) and half a
 * surrogate pair (nothing can print it).
 */
export const text = ({ max, min = 1 }: { max: number; min?: number }) =>
  z.string().normalize().min(min).max(max).refine(isPlainText, 'holds a NUL or half of a surrogate pair')

/** What somebody says to others: a text with something in it to read. */
export const saying = ({ max }: { max: number }) =>
  text({ max }).refine(saysSomething, 'must hold a letter, a digit or another sign that can be read')

/** Whether there is anything to read: blanks, line ends and signs without width say nothing. */
const saysSomething = (said: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(said)

/** Whether a text can be stored and printed: no NUL, no half of a surrogate pair. */
export const isPlainText = (value: string): boolean =>
  !value.includes('\0') && !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value)

/** Why somebody does something, in words of their own. */
export const words = saying({ max: 10_000 })
/** The same where it may be left out. */
export const reason = words.optional()

/** An id people can say aloud: letters, digits, dots, colons, hyphens and underscores. */
export const identifier = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/, 'must be letters, digits, dots, colons, hyphens or underscores')

/** The most letters of the name an issuer has for somebody, as OpenID Connect has it. */
export const longestSubject = 255

/** A programme's id holds no hyphen, so that it can be read off the id of a base. */
export const programmeId = z.string().regex(/^[a-z][a-z0-9]{1,19}$/, 'must be 2–20 lower-case letters and digits')
export const rulesVersion = z.string().describe('The day it was made, such as 2026-11-30.')
export const uuid = z.uuid()
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
/**
 * A day is read by the days around it, and those of before the year 1000 or after 9999 are written in another way, by
 * PostgreSQL too.
 */
const hasNeighbours = (moment: string): boolean => moment >= '1000' && moment < '9999'
const ofOurTime = 'must lie in the years 1000 to 9998'

/** ISO 8601 in UTC, such as 2027-01-01T00:00:00.000Z. */
export const instant = z.iso.datetime().refine(hasNeighbours, ofOurTime)
/** A date of the calendar, such as 2027-01-01. */
export const day = z.iso.date().refine(hasNeighbours, ofOurTime)
export const role = z.enum(roleCodes)
export const stage = z.enum(stages)
export const status = z.enum(statuses)
export const reasonCode = z.enum(reasonCodes)
export const locale = z.enum(locales)
export const documentKind = z.enum(documentKinds)
/** One text in every language. */
export const localText = z.object({ en: z.string(), 'zh-CN': z.string() }).meta({ id: 'LocalText' })
export const count = z.int().min(0)

/** The name of a person beside the id. */
export const personName = z
  .object({ en: z.string(), local: z.string() })
  .nullable()
  .describe('Null: nobody, erased, or not for your eyes.')

/** The largest body that is read. A file of 22 nominations takes about an eighth of it. */
export const bodyLimitBytes = 1024 * 1024
