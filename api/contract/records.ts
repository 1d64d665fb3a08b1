import { z } from 'zod'
import { holdStates } from '../../domain/events/records.js'
import { pageFields, pageOf } from './page.js'
import {
  count,
  day,
  identifier,
  instant,
  locale,
  localText,
  longestSubject,
  programmeId,
  reasonCode,
  text,
} from './scalars.js'

export const PersonParams = z.strictObject({ programme: programmeId, person: identifier })
export const HoldParams = z.strictObject({ programme: programmeId, hold: identifier })

export const RegistrationRequest = z
  .strictObject({
    name: z.strictObject({ en: text({ max: 200 }), local: text({ max: 200 }) }),
    email: z.email().max(254),
    language: locale,
  })
  .meta({
    id: 'RegistrationRequest',
    description: 'Who somebody is and where letters reach them; kept sealed, and erasable. Seats are granted apart.',
  })
export const RegistrationResponse = z.object({ person: identifier }).meta({ id: 'Registration' })

const subjectFields = {
  issuer: z.string().min(1).max(255).describe('The `iss` of its tokens, as it stands in them.'),
  subject: z
    .string()
    .min(1)
    .max(longestSubject)
    .describe('The `sub` of its tokens, as it stands in them. It is kept as a hash.'),
}
export const IdentityRequest = z
  .strictObject(subjectFields)
  .meta({ id: 'IdentityRequest', description: 'Somebody as an issuer of tokens names them.' })

export const PlainRequest = z.strictObject({}).meta({ id: 'PlainRequest' })

const waitingSeq = z
  .int()
  .nullable()
  .describe('The entry of the record that waits for a second person, who names it; null where nothing waits.')

export const HoldResponse = z
  .object({
    id: identifier,
    person: identifier.nullable(),
    base: identifier.nullable(),
    code: reasonCode,
    state: z.enum(holdStates),
    askedAt: instant,
    heldAt: instant.nullable(),
    releasedAt: instant.nullable(),
    seq: waitingSeq,
  })
  .meta({ id: 'Hold' })
export const HoldsResponse = pageOf(HoldResponse, 'Holds')

const Kind = z.object({ kind: z.string(), label: localText })

export const PersonRecordsResponse = z
  .object({
    person: identifier,
    label: localText,
    state: z.enum(['kept', 'requested', 'erased']),
    requestedAt: instant.nullable(),
    erasedAt: instant.nullable(),
    seq: waitingSeq,
    erases: z
      .array(Kind.extend({ count }))
      .describe('What goes with the person, and how much of it there is; once erased, how much there was.'),
    stays: z.array(
      Kind.extend({
        base: identifier.nullable().describe('null: of every base.'),
        count: count.nullable(),
        until: day
          .nullable()
          .describe('The last day of retention (8.13); null: as long as the base lives, or for ever.'),
      }),
    ),
  })
  .meta({
    id: 'PersonRecords',
    description: 'What is kept of a person, what an erasure takes and what stays until when.',
  })

export const RetentionQuery = z.strictObject({ by: day.optional().describe('Left out: today.') })
export const RetentionResponse = z
  .object({
    by: day,
    items: z.array(z.object({ person: identifier, due: day, hold: identifier.nullable() })),
  })
  .meta({ id: 'Retention', description: 'Whose records need not be kept any longer (8.13).' })
export const HoldsQuery = z.strictObject(pageFields)
