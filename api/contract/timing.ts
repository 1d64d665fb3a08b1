import { z } from 'zod'
import { reasonCode, text } from './scalars.js'

export const ExtensionRequest = z
  .strictObject({
    days: z.int().min(1).max(365).describe('Working days of the side that acts, added to the date that stands.'),
    code: reasonCode,
    reason: text({ max: 10_000 }).optional(),
  })
  .meta({
    id: 'ExtensionRequest',
    description: 'Gives an open step more time: the director once, the chair twice, never who acts on it (8.5).',
  })
