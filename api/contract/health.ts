import { z } from 'zod'

export const LiveResponse = z.object({ status: z.literal('live') }).meta({ id: 'Live' })
export const ReadyResponse = z
  .object({ status: z.enum(['ready', 'not_ready']), postgres: z.boolean(), temporal: z.boolean() })
  .meta({ id: 'Ready' })
