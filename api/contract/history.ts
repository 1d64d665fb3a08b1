import { z } from 'zod'
import { pageOf } from './page.js'
import { instant, sha256 } from './scalars.js'

export const EntryResponse = z
  .object({
    seq: z.int(),
    type: z.string(),
    schemaVersion: z.int(),
    payload: z.unknown(),
    actor: z.string().nullable(),
    onBehalfOf: z.string().nullable(),
    role: z.string().nullable(),
    channel: z.string(),
    effectiveOn: z.string().nullable(),
    occurredAt: instant,
    recordedAt: instant,
    commandId: z.string(),
    rulesVersion: z.string(),
    prevHash: sha256.nullable(),
    hash: sha256,
  })
  .meta({ id: 'Entry', description: 'One entry of the ledger, chained to the one before by `prevHash`.' })
export const HistoryResponse = pageOf(EntryResponse, 'History')
