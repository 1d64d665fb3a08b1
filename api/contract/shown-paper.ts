import { z } from 'zod'
import { day, identifier, sha256 } from './scalars.js'

/** An act on paper that one person has entered and a second one has yet to confirm (R16). */
export const ShownPaper = z
  .object({
    signatory: identifier,
    option: z.string(),
    scan: sha256,
    signedOn: day,
    enteredBy: identifier,
    seq: z.int().describe('The entry of the record that entered it; whoever confirms names it.'),
  })
  .meta({ id: 'WaitingPaper' })
