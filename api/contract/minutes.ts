import { z } from 'zod'
import { identifier, instant, localText } from './scalars.js'

export const MinutesResponse = z
  .object({
    items: z.array(
      z.object({
        session: identifier,
        decidedAt: instant,
        notedAt: instant,
        text: localText.nullable().describe('Null: its author was erased.'),
      }),
    ),
  })
  .meta({
    id: 'Minutes',
    description:
      'What the minutes of sessions say of one base, in the words that are for its place: told once the decision is (1.10, 8.12).',
  })
