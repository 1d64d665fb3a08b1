import { z } from 'zod'
import { pageOf } from './page.js'
import { identifier, instant, localText, programmeId, reasonCode, role } from './scalars.js'

export const ProgrammeParams = z.strictObject({ programme: programmeId })
export const CallParams = z.strictObject({ programme: programmeId, call: identifier })
export const MandateParams = z.strictObject({ id: identifier })

export const ProgrammeResponse = z
  .object({
    id: programmeId,
    label: localText,
    rehearsal: z.boolean(),
    procedure: z.string(),
    openCall: z.string().nullable(),
    windowEnds: instant.nullable(),
    nextDueAt: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Programme' })
export const ProgrammesResponse = pageOf(ProgrammeResponse, 'Programmes')

export const CallResponse = z
  .object({
    id: identifier,
    programme: programmeId,
    state: z.enum(['proposed', 'open', 'closed', 'put_off']),
    windowEnds: instant.nullable(),
    proposedBy: z.string().nullable(),
  })
  .meta({ id: 'Call' })
export const CallsResponse = pageOf(CallResponse, 'Calls')

/** An id of a call or session, short enough to be said. */
const shortId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/)

export const CallRequest = z.strictObject({ call: shortId }).meta({ id: 'CallRequest' })
export const CallDecisionRequest = z
  .strictObject({ option: z.enum(['open', 'not_now']) })
  .meta({ id: 'CallDecisionRequest' })
export const SessionRequest = z
  .strictObject({
    session: shortId,
    bases: z
      .array(identifier)
      .min(1)
      .max(200)
      .optional()
      .describe('Left out: every base of the programme that waits for a session.'),
  })
  .meta({ id: 'SessionRequest' })

export const MandatesRequest = z
  .strictObject({
    mandates: z
      .array(
        z.strictObject({
          person: identifier,
          organisation: identifier,
          role,
          base: identifier.optional().describe('One base; left out: the whole programme.'),
          from: instant,
          until: instant.optional(),
        }),
      )
      .min(1)
      .max(100),
  })
  .meta({ id: 'MandatesRequest' })
export const MandateRevocationRequest = z.strictObject({ code: reasonCode }).meta({ id: 'MandateRevocationRequest' })
