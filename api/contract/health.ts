import { z } from 'zod'

export const LiveResponse = z.object({ status: z.literal('live') }).meta({ id: 'Live' })
export const ReadyResponse = z
  .object({
    status: z.enum(['ready', 'not_ready']),
    postgres: z.boolean(),
    temporal: z.boolean(),
    stuck: z.object({
      count: z.int().describe('How many things are stuck, as of the last look: GET /stuck names them.'),
      ledgerBehind: z.boolean().describe('The database is older than Temporal: then nothing more is taken.'),
    }),
    worker: z.boolean().describe('Whether a worker asks for work in every namespace.'),
    missing: z.array(z.string()).describe('What is not there, by name; nothing when ready.'),
  })
  .meta({ id: 'Ready' })
