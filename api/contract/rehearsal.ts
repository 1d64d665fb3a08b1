import { z } from 'zod'
import { count, identifier, instant, programmeId } from './scalars.js'
import { procedureIds } from '../../domain/procedure-id.js'

/** The rehearsal that a trial opens on: always under this id, so that it is found again and begun once (0069). */
export const sampleProgramme = 'rhdemo'

export const RehearsalRequest = z
  .strictObject({
    id: z
      .string()
      .regex(/^rh[a-z0-9]{4}$/, 'must be rh and four lower-case letters or digits')
      .optional()
      .describe('Left out: a new one is made up.'),
    procedure: z
      .enum(procedureIds)
      .optional()
      .describe(
        'The rules of its bases, and with them its staff; `light` is staffed by twelve people. Left out: `full`.',
      ),
  })
  .meta({ id: 'RehearsalRequest' })
export const RehearsalResponse = z.object({ programme: programmeId, call: z.string() }).meta({
  id: 'Rehearsal',
  description: 'A programme in which time can be moved, with its people, clusters and open call.',
})

export const AdvanceRequest = z
  .strictObject({
    until: instant.optional().describe('Left out: to the next moment at which something is due.'),
    bases: z
      .array(identifier)
      .min(1)
      .max(50)
      .optional()
      .describe(
        'The bases that are moved, while the others stand still. Left out: every base, and the programme itself.',
      ),
  })
  .meta({ id: 'AdvanceRequest' })
export const AdvanceResponse = z
  .object({
    now: instant.describe("The rehearsal's clock after the move."),
    nextDueAt: instant.nullable().describe('When something is due next; null: nothing is.'),
    moved: count.describe('How many bases and programmes were moved.'),
  })
  .meta({ id: 'Advance' })
