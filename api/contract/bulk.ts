import { z } from 'zod'
import { count, identifier, reasonCode, uuid, words } from './scalars.js'

/** As many steps as one request is about. */
export const stepsAtOnce = 100

const steps = z
  .array(z.strictObject({ base: identifier, step: identifier }))
  .min(1)
  .max(stepsAtOnce)

export const RemindersRequest = z
  .strictObject({ steps, reason: words.describe('Why; it is kept on record with each letter.') })
  .meta({ id: 'RemindersRequest', description: 'Sends the letters of late steps once more to who has yet to act.' })

export const HandOverRequest = z
  .strictObject({
    from: identifier.describe('Who leaves: the steps that were given to this person, of the programme.'),
    to: identifier.describe('Another holder of the role of each step.'),
    code: reasonCode,
    reason: words,
    steps: steps
      .optional()
      .describe(`Only these of them; left out: the ${stepsAtOnce} most urgent, and how many more there are is said.`),
  })
  .meta({
    id: 'HandOverRequest',
    description: 'Gives the open steps of one person to another holder of the same role.',
  })

/** What would become, or became, of each row, and how many steps there are beside these. */
export const BulkResponse = z
  .object({
    does: count.describe('Rows with which something is done.'),
    leaves: count.describe('Rows with which nothing is done; each says why.'),
    more: count.describe('Steps of the same kind that no row is about: ask once more for them. 0: the rows are all.'),
    rows: z.array(
      z
        .object({
          base: identifier,
          step: identifier,
          result: z
            .enum(['would', 'done', 'sent', 'left'])
            .describe('`would`: it would be done; `done`; `sent`: not answered yet; `left`: nothing is done with it.'),
          people: z.array(identifier).describe('Who is, or would be, written to, or given the step.'),
          says: z.string().describe('What it comes to, in the language of Accept-Language.'),
          commands: z.array(uuid).describe('Under which each act stands; none before it is done.'),
        })
        .meta({ id: 'BulkRow' }),
    ),
  })
  .meta({ id: 'Bulk' })
