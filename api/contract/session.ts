import { z } from 'zod'
import { sessionRowStatuses } from '../../domain/session-row.js'
import { sessionModes } from '../../domain/values/session-meeting.js'
import { count, day, identifier, instant, localText, programmeId, reasonCode, role, uuid } from './scalars.js'

export const SessionParams = z.strictObject({ programme: programmeId, session: identifier })

const SessionRowView = z
  .object({
    place: z.int().describe('In which order the bases are decided on (R9).'),
    base: identifier,
    score: z.number().nullable().describe('Null: an interest of yours in the base was declared.'),
    withheld: z.boolean().describe('An interest of yours in this base was declared: no more is told of it (SD5).'),
    status: z.enum(sessionRowStatuses).nullable(),
    statusLabel: localText.nullable(),
    step: identifier.nullable(),
    form: z.enum(['meeting', 'written']).nullable(),
    convened: count.nullable().describe('How often the body was convened on it.'),
    seats: count.nullable(),
    cast: count.nullable().describe('Votes that count.'),
    present: z
      .array(z.object({ person: identifier.nullable(), role: role.nullable(), at: instant }))
      .nullable()
      .describe('Who voted, and when: whoever votes is there. Null: not for your eyes while the body still votes.'),
    quorum: z
      .object({ needs: count, there: count, met: z.boolean() })
      .nullable()
      .describe(
        'Of those whose votes count, how many were noted as there when they cast them (8.4). Met: so many as it needs, and chair or deputy among them where the body has a chair. Null: not noted, in writing, or not for your eyes.',
      ),
    extract: localText
      .nullable()
      .describe('What the minutes say of it, for its place. Null: not noted, or its author was erased.'),
    recused: z
      .array(z.object({ person: identifier, at: instant }))
      .nullable()
      .describe('Who stepped aside for an interest: not counted, neither in the quorum nor in the majority (SD5).'),
    substitutes: z.array(identifier).nullable(),
    result: z
      .object({
        option: z.string(),
        label: localText,
        at: instant,
        votes: z.record(z.string(), count).nullable().describe('How many for each option. Null: not for your eyes.'),
      })
      .nullable(),
  })
  .meta({ id: 'SessionRow', description: 'What a session made of one base.' })

export const SessionResponse = z
  .object({
    session: identifier,
    programme: identifier,
    convenedAt: instant,
    convenedBy: identifier.nullable().describe('Null: erased.'),
    meets: z
      .object({
        on: day,
        mode: z.enum(sessionModes),
        modeLabel: localText,
        place: z.string().nullable().describe('Null: not noted, or its author was erased.'),
      })
      .nullable()
      .describe('On which day it meets, in New York, how and where. Null: not noted.'),
    moves: z
      .array(
        z.object({
          from: day.nullable().describe('Null: no day was noted before.'),
          to: day,
          at: instant,
          code: reasonCode,
          reason: z.string().nullable().describe('Null: its author was erased.'),
        }),
      )
      .describe('How its day was moved, oldest first.'),
    papers: z
      .array(z.object({ base: identifier, exhibit: uuid }))
      .describe('What was laid before it, of bases that are for your eyes.'),
    attended: z
      .array(z.object({ person: identifier, from: instant, to: instant.nullable().describe('Null: to the end.') }))
      .nullable()
      .describe('Who was there, as the secretary noted it last. Null: not noted, or not for your eyes.'),
    minutes: z
      .object({ text: z.string().nullable().describe('Null: their author was erased.'), at: instant })
      .nullable()
      .describe(
        'Null: not noted, or not for your eyes: they are read by the body, its secretary, the Board and the auditor.',
      ),
    status: z.enum(['convened', 'over']).describe('Over: nothing of its agenda is open any more.'),
    items: z.array(SessionRowView).describe('The bases on the agenda, in the order in which they are decided on.'),
  })
  .meta({
    id: 'Session',
    description: 'A ranked session of the committee: agenda, presence, interests, results (1.10, 8.4).',
  })
