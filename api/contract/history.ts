import { z } from 'zod'
import { doers } from '../../domain/doer.js'
import { locales } from '../../domain/locale.js'
import { periodFields } from './asking.js'
import { did } from './did.js'
import { pageFields, pageOf } from './page.js'
import { identifier, instant, localText, role, sha256, text } from './scalars.js'

const filters = {
  person: identifier.optional().describe('Who acted, or in whose place.'),
  role: role.optional(),
  step: identifier.optional().describe('A step such as 1.3, or one visit of it such as 1.3.2.'),
  kind: z
    .string()
    .regex(/^[a-z_]{3,40}$/, 'must be the type of an entry, such as step_acted')
    .optional(),
  ...periodFields,
  about: text({ max: 200 }).optional().describe('Words of a reason or comment: whole ones, or parts of it.'),
}

/** What of a ledger is asked for, wherever it is shown. */
export const historyFilters = filters
export const HistoryQuery = z.strictObject({
  ...filters,
  order: z.enum(['oldest', 'newest']).default('oldest').describe('Which entry stands first.'),
  ...pageFields,
})
export const HistoryTableQuery = z.strictObject(filters)
export const HistorySheetQuery = z.strictObject({ ...filters, language: z.enum(locales).default('en') })

export const EntryResponse = z
  .object({
    seq: z.int(),
    type: z.string().describe('`withheld`: not even its kind is for your eyes.'),
    says: localText.describe('What has happened, with its step and the option chosen, as you may see it.'),
    schemaVersion: z.int(),
    payload: z.unknown(),
    ...did,
    doer: z.enum([...doers, 'withheld']).describe('A person; or the engine; or not for your eyes.'),
    actor: z.string().nullable().describe('Null: the engine, or not for your eyes.'),
    name: z
      .object({ en: z.string(), local: z.string() })
      .nullable()
      .describe('Of the actor. Null: nobody, erased, or not for your eyes.'),
    onBehalfOf: z.string().nullable(),
    role: z.string().nullable(),
    channel: z.string(),
    effectiveOn: z.string().nullable(),
    occurredAt: instant,
    recordedAt: instant,
    commandId: z.string().nullable().describe('Null: not for your eyes.'),
    withheld: z
      .boolean()
      .describe('Something of it is not for your eyes: what it says, or who acted. Number, time and hashes stay.'),
    rulesVersion: z.string(),
    prevHash: sha256.nullable(),
    hash: sha256,
    words: z.string().nullable().describe('What was said with it. Null: nothing, erased, or not for your eyes.'),
  })
  .meta({ id: 'Entry', description: 'One entry of the ledger, chained to the one before by `prevHash`.' })
export const HistoryResponse = pageOf(EntryResponse, 'History')
