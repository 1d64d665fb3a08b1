import { z } from 'zod'
import { count, role } from './scalars.js'

export const BodyStanding = z
  .object({
    form: z.enum(['meeting', 'written']).describe('In writing after a second meeting without a quorum (E4).'),
    convened: count.describe('The first meeting, the second, …'),
    chair: role.optional().describe('A meeting has no quorum without one of those who hold this role.'),
    seats: count,
    recused: z.array(z.string()),
    substitutes: z.array(z.string()),
    members: count.describe('Who may vote: seats without the recused, with their substitutes.'),
    quorum: count,
    cast: count.describe('Votes that count.'),
    needed: count.optional().describe('How many must agree in writing.'),
    missing: z.object({
      votes: count.describe('Votes still missing for a quorum, or for the majority in writing.'),
      chair: z.boolean(),
      substitutes: count.describe('Substitutes to be drawn, because recusals break the quorum.'),
    }),
  })
  .meta({ id: 'BodyStanding', description: 'How an open body stands, and what is missing for a valid decision (8.4).' })
