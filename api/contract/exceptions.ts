import { z } from 'zod'
import { exceptionKinds } from '../../domain/exceptions.js'
import { periodFields } from './asking.js'
import { pageFields, pageOf } from './page.js'
import { identifier, instant, localText } from './scalars.js'

export const ExceptionsQuery = z.strictObject({
  kind: z.enum(exceptionKinds).optional(),
  base: identifier.optional(),
  person: identifier.optional(),
  ...periodFields,
  ...pageFields,
})

export const ExceptionResponse = z
  .object({
    kind: z.enum(exceptionKinds),
    label: localText,
    stream: z.string(),
    seq: z.int(),
    at: instant,
    what: z.string(),
    step: z.string().nullable(),
    person: z.string().nullable().describe('Who is answerable; null where the clock did it.'),
    role: z.string().nullable(),
    code: z.string().nullable(),
    detail: z.string().nullable().describe('Working days given, in whose place, the day on the paper.'),
  })
  .meta({ id: 'Exception', description: 'What left the usual way and is allowed by a rule.' })
export const ExceptionsResponse = pageOf(ExceptionResponse, 'Exceptions')
