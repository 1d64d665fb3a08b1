import { z } from 'zod'
import { BaseSummary } from './base.js'
import { SeatedPerson } from './directory.js'
import { identifier, instant, localText, programmeId, sha256, text } from './scalars.js'

export const SearchQuery = z.strictObject({
  q: text({ max: 100 }).describe(
    'Words of a name in any language, of a place or of an id; the id of a person; or how the fingerprint of a paper begins.',
  ),
  programme: programmeId.optional().describe('Left out: every programme that is no rehearsal.'),
})

const SeatsFound = SeatedPerson.pick({ id: true, name: true }).extend({
  programme: programmeId,
  seats: z.array(z.object({ roleLabel: localText, base: identifier.nullable() })),
})

const PaperFound = z.object({
  sha256,
  base: identifier,
  kindLabel: localText,
  language: z.string(),
  madeAt: instant,
})

const found = <T extends z.ZodType>(of: T) =>
  z.object({ items: z.array(of), isMore: z.boolean().describe('There are more than are told here.') })

export const SearchResponse = z
  .object({
    bases: found(
      BaseSummary.pick({ id: true, programme: true, names: true, status: true, closed: true, rehearsal: true }),
    ),
    people: found(SeatsFound).describe('Of those programmes whose directory is for your eyes.'),
    papers: found(PaperFound),
  })
  .meta({ id: 'Search', description: 'What was found, each kind by itself, as far as it is for your eyes.' })
