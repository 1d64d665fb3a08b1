import { z } from 'zod'
import { identifier, instant } from './scalars.js'

const answers = z
  .record(z.string(), z.unknown())
  .describe('Whatever was typed, by the codes of the fields: any part of it, and nothing of it checked.')

const fields = {
  version: z.int().min(1).describe('Counts the changes; to be sent with the next one.'),
  changedBy: identifier.describe('Who typed last.'),
  changedAt: instant,
  answers,
}

export const DraftResponse = z.object(fields).meta({
  id: 'Draft',
  description:
    'What was typed into the form of a step and not handed in. It is read by those who may hand it in, and by nobody else.',
})

export const DraftRequest = z
  .strictObject({
    version: z.int().min(0).describe('The version this was typed over; 0 begins a draft.'),
    answers,
  })
  .meta({ id: 'DraftRequest' })

export const DraftQuery = z.strictObject({
  version: z.coerce.number().int().min(1).describe('The version that is taken away.'),
})
