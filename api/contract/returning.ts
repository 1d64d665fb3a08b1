import { z } from 'zod'
import { changesOfPlace, raisedByPeople } from '../../domain/matters.js'
import { reasonCode, text } from './scalars.js'

const reason = text({ max: 10_000 }).optional()

export const RevocationRequest = z
  .strictObject({ code: reasonCode, reason })
  .meta({ id: 'RevocationRequest', description: 'Takes a decision back because its ground has gone.' })

export const VoidRequest = z.strictObject({ code: reasonCode, reason }).meta({
  id: 'VoidRequest',
  description: 'Says that a decision was entered by mistake; a second person confirms (R17).',
})

export const MatterRequest = z
  .strictObject({
    matter: z.enum(raisedByPeople),
    code: reasonCode,
    reason,
    facts: z
      .strictObject({
        change: z.enum(changesOfPlace),
        share: z.number().min(0).max(1).optional().describe('Share of the area by which a boundary moved, 0–1.'),
      })
      .optional()
      .describe('What changed; asked of a change of circumstances alone (8.10).'),
  })
  .meta({ id: 'MatterRequest', description: 'Raises a matter beside the stage: E6, 3.13, 5.13, 8.10.' })
