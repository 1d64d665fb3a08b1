import { z } from 'zod'
import { mendingCodes } from '../../domain/mending.js'
import { stuckKinds } from '../../domain/stuck.js'
import { count, instant, localText, programmeId, reason, uuid } from './scalars.js'

export const MendingRequest = z
  .strictObject({
    code: z
      .enum(mendingCodes)
      .describe('TER ended from outside, LOS lost, RST backup restored, FLT fault mended, ERR sent by mistake.'),
    reason,
  })
  .meta({ id: 'MendingRequest', description: 'Why an operator mends what is stuck.' })

export const StuckQuery = z.strictObject({
  programme: programmeId.optional().describe('Left out: every programme that is no rehearsal.'),
})

export const StuckResponse = z
  .object({
    lookedAt: instant,
    count: count.describe('How many things are stuck; the first five hundred are told.'),
    items: z.array(
      z
        .object({
          kind: z.enum(stuckKinds),
          stream: z.string().describe('The base, or the programme itself.'),
          since: instant.nullable(),
          subject: z.string().nullable().describe('Id of a command or a letter, name of an activity.'),
          attempts: z.int().nullable(),
          got: z.string().nullable().describe('First words of the failure, or how the workflow ended.'),
          says: localText,
          allowed: localText,
          next: localText,
        })
        .meta({ id: 'StuckThing' }),
    ),
  })
  .meta({ id: 'Stuck', description: 'What stands still without anybody having decided so, looked at now.' })

export const RetryResponse = z
  .object({
    command: uuid,
    settled: count.describe('Unanswered commands that were sent again and have an outcome now.'),
    reset: count.describe('Activities that are tried again at once.'),
  })
  .meta({ id: 'Retried' })

export const SkipResponse = z
  .object({ command: uuid, skipped: uuid })
  .meta({ id: 'Skipped', description: 'The command was answered as failed and will never be carried out.' })
