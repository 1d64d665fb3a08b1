import { z } from 'zod'
import { divergenceCodes } from '../../domain/divergence.js'
import { pageOf } from './page.js'
import { count, identifier, instant, localText, programmeId } from './scalars.js'

export const ReconciliationQuery = z.strictObject({
  base: identifier.optional().describe('Only this base; left out: the programme with all its bases.'),
  whole: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .optional()
    .describe('Reads every history again, also of ended runs whose sealed comparison says that they agreed.'),
})

const divergence = z
  .object({
    code: z.enum(divergenceCodes),
    stream: z.string(),
    run: z.string().nullable(),
    seq: z.int().nullable().describe('Number of the entry in its stream.'),
    subject: z
      .string()
      .nullable()
      .describe(
        'Id of the command, name of the signal, the run that was left, or what row, paper or words it is about.',
      ),
    says: localText,
  })
  .meta({ id: 'Divergence', description: 'One difference between the ledger and the histories of Temporal.' })

export const ReconciliationResponse = z
  .object({
    programme: programmeId,
    madeAt: instant,
    streams: count,
    runs: count.describe('Workflow runs whose histories were read, or whose sealed comparison still holds.'),
    entries: count,
    commands: count.describe('Accepted updates in those histories.'),
    found: count.describe('How many differences there are; the first two hundred are told.'),
    divergences: z.array(divergence),
    recovered: count.describe(
      'Entries that Temporal forgot in a crash and a later run took over from the ledger; their commands were noted, so they are no differences.',
    ),
  })
  .meta({ id: 'Reconciliation', description: 'The ledger held against the histories of Temporal.' })
export const ReconciliationsResponse = pageOf(ReconciliationResponse, 'Reconciliations')
