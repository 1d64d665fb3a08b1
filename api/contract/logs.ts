import { z } from 'zod'
import { accessKinds } from '../../domain/access.js'
import { periodFields } from './asking.js'
import { pageFields, pageOf } from './page.js'
import { identifier, instant, localText, personName } from './scalars.js'

const asked = {
  base: identifier.optional().describe('Only rows about this base, or programme.'),
  person: identifier.optional(),
  ...periodFields,
}

export const RefusedAttemptsQuery = z.strictObject({
  ...asked,
  code: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .optional(),
  ...pageFields,
})
export const RefusedAttemptResponse = z
  .object({
    id: z.int(),
    at: instant,
    person: z.string().nullable().describe('null: nobody who could be known.'),
    name: personName,
    stream: z.string().nullable(),
    route: z.string(),
    command: z.string().nullable(),
    code: z.string(),
    rule: z.string().nullable().describe('The rule that said no, where it has a number.'),
    says: localText.describe('What the person was told.'),
  })
  .meta({ id: 'RefusedAttempt', description: 'What was tried and refused: by rule, right, form or database.' })
export const RefusedAttemptsResponse = pageOf(RefusedAttemptResponse, 'RefusedAttempts')

export const AccessLogQuery = z.strictObject({ ...asked, kind: z.enum(accessKinds).optional(), ...pageFields })
export const AccessResponse = z
  .object({
    id: z.int(),
    at: instant,
    person: z.string(),
    name: personName,
    kind: z.enum(accessKinds),
    subject: z.string().describe('What was seen, taken along or set.'),
    label: localText.describe('The subject in words.'),
    stream: z.string().nullable(),
    object: z.string().nullable().describe('Which one: a hash or an id; of a sign-in the fingerprint of the token.'),
  })
  .meta({ id: 'Access', description: 'A sign-in, a look at what is confidential, an export, a setting (SD9, SD10).' })
export const AccessLogResponse = pageOf(AccessResponse, 'AccessLog')
