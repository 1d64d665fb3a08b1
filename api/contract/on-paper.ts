import { z } from 'zod'
import { scanMedia } from '../../domain/scan.js'
import { DecisionRequest } from './step.js'
import { day, identifier, reasonCode, sha256, text } from './scalars.js'

export const ScanParams = z.strictObject({ id: identifier, sha256 })
export const ScanResponse = z
  .object({ sha256, size: z.int(), media: z.enum(scanMedia) })
  .meta({ id: 'Scan', description: 'A scan as it was handed in, by its fingerprint.' })

const signatory = identifier.describe('Whose act it is: the person who signed.')
const scan = sha256.describe('The scan, by its fingerprint.')

export const PaperEntryRequest = DecisionRequest.omit({ reason: true })
  .extend({
    signatory,
    scan,
    number: text({ max: 200 }).describe('The number the document bears.'),
    signedOn: day.describe('The day it bears, where the signatory is.'),
  })
  .meta({ id: 'PaperEntryRequest', description: 'An act that came on paper, as one person has read it (R16).' })

export const PaperConfirmationRequest = z
  .strictObject({ signatory, scan })
  .meta({ id: 'PaperConfirmationRequest', description: 'Confirms, as the second person, what the scan shows (R16).' })

export const PaperRefusalRequest = z
  .strictObject({ signatory, code: reasonCode, reason: text({ max: 10_000 }).optional() })
  .meta({ id: 'PaperRefusalRequest', description: 'Turns an entered act on paper away (R16).' })
