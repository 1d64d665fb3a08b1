import { z } from 'zod'
import { doers } from '../../domain/doer.js'
import { role } from './scalars.js'

const Cause = z
  .object({
    entry: z.int().nullable().describe('The entry of the act. Null: the command left none.'),
    actor: z
      .string()
      .nullable()
      .describe('Who acted, as the ledger keeps it beside the entry too. Null: not for your eyes.'),
    role: role.nullable(),
    onBehalfOf: z.string().nullable(),
  })
  .meta({ id: 'Cause', description: 'The act of a person by which the engine did something.' })

/** Who did something, beside the stamp of a person: the fields every entry and every change has. */
export const did = {
  doer: z.enum(doers).describe('A person; or the engine, whose act it then is, whoever caused it.'),
  cause: Cause.nullable().describe(
    'Of what the engine did: the act it came of. Null: an act of a person, or the clock.',
  ),
}
