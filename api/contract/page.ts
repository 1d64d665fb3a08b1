import { z } from 'zod'
import { programmeId } from './scalars.js'

const cursor = z
  .string()
  .regex(/^[A-Za-z0-9_.:=|~%+/-]{1,400}$/, 'must be the `next` of an earlier page')
  .optional()
  .describe('Where the page begins: the `next` of the page before.')
const limit = z.coerce.number().int().min(1).max(200).default(50).describe('How many items at most, 1–200.')

/** What every list understands besides its own filters. Anything else in the query is refused. */
export const pageFields = { after: cursor, limit }
export const PageQuery = z.strictObject(pageFields)

/** A list over every programme that is no rehearsal, or of the one that is named. */
export const PageOfProgrammeQuery = z.strictObject({
  programme: programmeId.optional().describe('Only of this one. Left out: every programme that is no rehearsal.'),
  ...pageFields,
})

/** A page of a list, sorted by the server: `next` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T, id: string) =>
  z.object({ items: z.array(item), next: z.string().nullable() }).meta({ id, description: 'One page of a list.' })
