import { z } from 'zod'
import { flag } from './base.js'
import { identifier, programmeId } from './scalars.js'

/** A place in the order over all entries: its number, and the first digits of the hash of what stands there. */
const place = z.string().regex(/^\d{1,15}\.[0-9a-f]{8}$/, 'must be the id of a change, such as 4711.0a1b2c3d')

export const ChangesQuery = z.strictObject({
  programme: programmeId.optional().describe('Only of this one. Left out: every programme that is no rehearsal.'),
  rehearsal: flag.optional().describe('Those of rehearsals alone, where no programme is named.'),
  base: identifier.optional().describe('Only of this base.'),
  after: place
    .optional()
    .describe('The id of the change that was heard last; the header `Last-Event-ID` goes before it.'),
  wait: flag.default(true).describe('`false`: what there is by now is told, and then it ends.'),
})

/** What `Last-Event-ID` says; undefined: nothing that was given by us. */
export const heardLast = (said: string): { readonly index: number; readonly mark: string } | undefined => {
  const [index, mark] = place.safeParse(said).data?.split('.', 2) ?? []
  return index === undefined || mark === undefined ? undefined : { index: Number(index), mark }
}
