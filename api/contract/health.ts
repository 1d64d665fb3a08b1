import { z } from 'zod'
import { instant } from './scalars.js'

export const LiveResponse = z.object({ status: z.literal('live') }).meta({ id: 'Live' })
export const ReadyResponse = z
  .object({
    status: z.enum(['ready', 'not_ready']),
    postgres: z.boolean(),
    temporal: z.boolean(),
    stuck: z.object({
      count: z.int().describe('How many things are stuck, as of the last look: GET /stuck names them.'),
      ledgerBehind: z
        .boolean()
        .describe(
          'The database is older than Temporal: not ready; what is decided now may stand against what Temporal holds.',
        ),
    }),
    uncoveredSince: instant
      .nullable()
      .describe(
        'When the oldest entry was recorded that is under no checkpoint yet, or since when rules or histories were seen that nobody of the programme sealed, as of the last look; null: none.',
      ),
    worker: z.boolean().describe('Whether a worker asks for work in every namespace.'),
    missing: z.array(z.string()).describe('What is not there, by name; nothing when ready.'),
  })
  .meta({ id: 'Ready' })
