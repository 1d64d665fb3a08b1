import { z } from 'zod'
import { pageOf } from './page.js'
import { instant, sha256 } from './scalars.js'

export const CheckpointParams = z.strictObject({
  size: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).describe('Entries under the checkpoint.'),
})

export const CheckpointResponse = z
  .object({
    size: z.int().describe('How many entries it was signed over.'),
    root: sha256,
    signedAt: instant,
    short: z.string().describe('As letters and papers print it: size, colon, the first 16 digits of the root.'),
    note: z.string().describe('The signed note itself (C2SP tlog-checkpoint).'),
    attestations: z
      .array(z.object({ kind: z.enum(['rfc3161', 'cosignature']), name: z.string(), receivedAt: instant }))
      .describe('What outsiders have added: time stamps and cosignatures of witnesses.'),
  })
  .meta({ id: 'Checkpoint', description: 'A signed statement over the whole ledger as it stood.' })
export const CheckpointsResponse = pageOf(CheckpointResponse, 'Checkpoints')

export const CheckpointKeysResponse = z
  .object({ keys: z.array(z.string()).describe('name+id+base64 (C2SP signed-note), the oldest first.') })
  .meta({ id: 'CheckpointKeys' })

export const AttestationRequest = z
  .strictObject({
    kind: z.enum(['rfc3161', 'cosignature']),
    name: z
      .string()
      .regex(/^[^\s+]{1,200}$/)
      .describe('Who gave it: a time-stamp authority or a witness; of a cosignature the name in its line.'),
    body: z
      .string()
      .regex(/^(\u2014 \S+ )?[A-Za-z0-9+/]+={0,2}\n?$/, 'must be base64 of a time stamp, or the line of a cosignature')
      .max(65_536),
  })
  .meta({ id: 'AttestationRequest' })

export const WitnessedParams = z.strictObject({
  origin: sha256.describe('SHA-256 of the origin of the log.'),
})

export const WitnessesResponse = z
  .object({
    witnesses: z.array(
      z.object({
        name: z.string(),
        key: z.string().describe('name+id+base64 (C2SP tlog-cosignature): give it to `verify --witness`.'),
        size: z.int().nullable().describe('The largest checkpoint it has cosigned; null: none.'),
        cosignedAt: instant.nullable().describe('When that cosignature came.'),
        waitingSince: instant.nullable().describe('When the oldest checkpoint after it was signed; null: none waits.'),
      }),
    ),
  })
  .meta({ id: 'Witnesses', description: 'Who cosigns the checkpoints of this ledger, and how far each has come.' })

export const SubscriptionRequest = z
  .strictObject({ wanted: z.boolean().describe('Whether the last checkpoint of each day is to come by mail.') })
  .meta({ id: 'SubscriptionRequest' })

export const SubscriptionResponse = z
  .object({
    wanted: z.boolean().describe('Whether it comes: as was said, or, where nothing was said, with a seat as auditor.'),
    saidAt: instant.nullable().describe('When the person said so; null: never.'),
  })
  .meta({ id: 'Subscription', description: 'Whether the last checkpoint of each day comes to the person who asks.' })
