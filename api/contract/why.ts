import { z } from 'zod'
import { RaisedBy } from './step.js'
import { day, identifier, instant, localText, role } from './scalars.js'

export const WhyItem = z
  .object({
    kind: z.enum(['step', 'hold', 'session', 'paper', 'clock', 'matter']),
    step: identifier.optional(),
    key: z.string().optional(),
    role: role.optional(),
    standIn: role.optional().describe('Who may act too, because the step is late for long (E1).'),
    people: z
      .array(z.object({ id: identifier, name: localText.nullable() }))
      .describe('Who holds the role and has not acted; empty for whoever may not see them.'),
    since: instant.nullable(),
    dueAt: instant.nullable(),
    dueOn: day.nullable().describe('Due at the end of this day where the acting side is (R4).'),
    workingDaysLeft: z.int().nullable().describe('Below zero: so many working days late.'),
    sentence: localText,
    raised: RaisedBy.optional().describe('Who asked for the step, where somebody did.'),
  })
  .meta({ id: 'Why', description: 'Why a base waits: who, since when, until when, and what happens if nobody acts.' })

export const WhyResponse = z.object({ items: z.array(WhyItem) }).meta({ id: 'WhyList' })
