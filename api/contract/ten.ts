import { z } from 'zod'
import { Names, placeZone } from './base.js'
import { pageOf } from './page.js'
import { identifier, instant, reasonCode, status } from './scalars.js'

export const SlotResponse = z
  .object({
    number: z.int(),
    holder: z
      .object({
        base: identifier,
        names: Names,
        zone: placeZone,
        status,
        until: instant
          .nullable()
          .describe(
            'Without a signature, and then an activation, by then the Board is asked about the slot (R5, 4.11).',
          ),
      })
      .nullable()
      .describe('null: the slot is free.'),
  })
  .meta({ id: 'Slot', description: 'One of the ten (8.1).' })
export const SlotsResponse = pageOf(SlotResponse, 'Slots')

export const WaitingResponse = z
  .object({
    place: z.int().describe('1 is next.'),
    base: identifier,
    names: Names,
    zone: placeZone,
    waitsFor: z
      .enum(['slot', 'session'])
      .describe('A slot is offered by the programme; a session is convened by the secretary.'),
    since: instant,
    score: z.number(),
    category: z.string(),
    province: z.string(),
    code: reasonCode.optional(),
    against: z.string().optional().describe('The cap that stands against it now (8.2); it is passed over until then.'),
    awaits: z
      .literal('stop')
      .optional()
      .describe('What must be settled before a slot is offered to it: an integrity stop (E6).'),
    passed: z.boolean().describe('It let the last freed slot pass and is asked again when another one is freed.'),
    offer: z
      .object({
        offer: identifier,
        state: z.enum(['open', 'accepted']),
        until: instant.optional().describe('Twenty working days of the place that answers (8.3).'),
      })
      .optional()
      .describe('The slot that is kept for it.'),
  })
  .meta({ id: 'WaitingEntry', description: 'A place on the waiting list (8.3).' })
export const WaitingListResponse = pageOf(WaitingResponse, 'WaitingList')
