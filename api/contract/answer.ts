import { z } from 'zod'
import { identifier, instant, text, uuid } from './scalars.js'

/**
 * Every write is named by its sender: the same key again gives the same answer, byte for byte. How long it may be is told in
 * characters, which the bytes of a header are not: whoever reads it counts them.
 */
export const WriteHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .min(1)
    .describe(
      'Any text of 1 to 255 characters chosen by the sender, bare or in quotes; among the writes of this sender it names this one for ever. It is kept as a hash.',
    ),
})

const accepted = {
  command: uuid,
  head: z.int(),
  entries: z.array(z.object({ seq: z.int(), type: z.string(), occurredAt: instant })),
}

export const AcceptedResponse = z.object(accepted).meta({
  id: 'Accepted',
  description: 'The command was accepted; these are the ledger entries it became.',
})
export const CreatedResponse = z
  .object({ base: identifier, ...accepted })
  .meta({ id: 'BaseCreated', description: 'The base exists; these are its first ledger entries.' })
export const PendingResponse = z.object({ command: uuid, ask: z.string() }).meta({
  id: 'Pending',
  description: 'The command was sent and has no answer yet. It is not lost: ask again under `ask`.',
})

export const CommandParams = z.strictObject({
  id: text({ max: 255 }).describe('The id of the command, or the key you sent it under.'),
})
export const CommandResponse = z
  .object({
    command: uuid,
    stream: z.string(),
    state: z
      .enum(['unsent', 'sent', 'accepted', 'refused', 'failed'])
      .describe(
        '`unsent`: noted, and nothing has been done. `sent`: no outcome yet. `accepted`: done, and the answer is a yes. `refused`: the answer is a no, and nothing has been done. `failed`: it was skipped and is never carried out.',
      ),
    receivedAt: instant,
    answeredAt: instant.nullable(),
    answer: z
      .object({ status: z.int(), body: z.unknown() })
      .nullable()
      .describe('What the sender was or would have been told; null while there is no outcome.'),
  })
  .meta({ id: 'Command' })
