import { z } from 'zod'
import { identifier, instant, uuid } from './scalars.js'

/** Every write is named by its sender: the same key again gives the same answer, byte for byte. */
export const WriteHeaders = z.looseObject({
  'idempotency-key': uuid.describe('A UUID chosen by the sender; it names the command for ever.'),
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

export const CommandParams = z.strictObject({ id: uuid })
export const CommandResponse = z
  .object({
    command: uuid,
    stream: z.string(),
    state: z.enum(['unsent', 'sent', 'accepted', 'refused', 'failed']),
    receivedAt: instant,
    answeredAt: instant.nullable(),
    answer: z
      .object({ status: z.int(), body: z.unknown() })
      .nullable()
      .describe('What the sender was or would have been told; null while there is no outcome.'),
  })
  .meta({ id: 'Command' })
