import { z } from 'zod'
import { pageFields, pageOf } from './page.js'
import { day, identifier, instant, localText, programmeId, role, sha256 } from './scalars.js'

export const ProgrammeParams = z.strictObject({ programme: programmeId })
export const CallParams = z.strictObject({ programme: programmeId, call: identifier })
export const ProposalParams = z.strictObject({ programme: programmeId, proposal: identifier })
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
export const ProgrammesQuery = z.strictObject({
  rehearsals: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .describe('true: the rehearsals, and nothing else.'),
  ...pageFields,
})
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

/** The number on a paper is no word of a person: letters, digits and the signs between them. */
const paperNumber = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ./()〔〕-]{0,59}$/u, 'must be a number such as GASME-2026-14')
export const appointmentPaper = z
  .union([z.strictObject({ sha256 }), z.strictObject({ number: paperNumber, date: day })])
  .meta({ id: 'AppointmentPaper', description: 'The SHA-256 of its file, or the number and date it bears.' })

/** Who proposed something that asks for a second person, who confirmed it or took it back, and when. */
export const proposalHands = {
  proposedBy: identifier,
  proposedAt: instant,
  confirmedBy: identifier.nullable(),
  confirmedAt: instant.nullable(),
  withdrawnBy: identifier.nullable(),
  withdrawnAt: instant.nullable(),
} as const

export const SeatProposalResponse = z
  .object({
    proposal: identifier,
    seats: z.array(
      z.object({
        person: identifier,
        organisation: identifier,
        role,
        base: identifier.nullable(),
        from: instant,
        until: instant.nullable(),
      }),
    ),
    paper: appointmentPaper,
    ...proposalHands,
  })
  .meta({ id: 'SeatProposal' })
export const SeatProposalsResponse = pageOf(SeatProposalResponse, 'SeatProposals')
