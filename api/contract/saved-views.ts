import { z } from 'zod'
import { portfolioViews } from '../../domain/values/portfolio-view.js'
import { sharingRoles } from '../../domain/role.js'
import { savedPages } from '../../domain/values/saved-page.js'
import { letterStates } from '../../domain/words/letters.js'
import { basesFilters, BasesQuery } from './base.js'
import { identifier, instant, localText, programmeId, role, saying, uuid } from './scalars.js'

export const SavedViewParams = z.strictObject({ id: uuid })
export const SavedViewsQuery = z.strictObject({
  page: z.enum(savedPages).optional().describe('Only views of this list. Left out: all.'),
})

const about = {
  name: saying({ max: 60 }).describe('What it is called, to know it again.'),
  sharedWith: z
    .strictObject({ programme: programmeId, role: z.enum(sharingRoles) })
    .optional()
    .describe(
      'Shown to whoever holds this role there, as long as you hold it too; never a role of a place, since places do not read one another. Left out: to nobody else.',
    ),
}

/** What the address of each list may ask for: what is kept is read by the same words as the list itself. */
export const savedAsks = {
  bases: z.strictObject({
    ...basesFilters,
    sort: BasesQuery.shape.sort,
    view: z.enum(portfolioViews).optional().describe('The way to look at them, on the page alone.'),
  }),
  work: z.strictObject({ programme: programmeId.optional() }),
  letters: z.strictObject({ base: identifier, state: z.enum(letterStates).optional() }),
} as const

export const SavedViewRequest = z
  .discriminatedUnion('page', [
    z.strictObject({ ...about, page: z.literal('bases'), asks: savedAsks.bases }),
    z.strictObject({ ...about, page: z.literal('work'), asks: savedAsks.work }),
    z.strictObject({ ...about, page: z.literal('letters'), asks: savedAsks.letters }),
  ])
  .meta({ id: 'SavedViewRequest', description: 'What a list is asked for again and again, under a name.' })

export const SavedViewResponse = z
  .object({
    id: uuid,
    page: z.enum(savedPages),
    name: z.string(),
    asks: z.record(z.string(), z.string()).describe('What the address asks for.'),
    address: z.string().describe('The path at which it is seen, as a page and, but for the way to look, as JSON.'),
    isMine: z.boolean().describe('False: somebody in one of your roles shares it with that role.'),
    sharedWith: z.object({ programme: programmeId, role, label: localText }).nullable(),
    savedAt: instant,
  })
  .meta({ id: 'SavedView' })
export const SavedViewsResponse = z.object({ items: z.array(SavedViewResponse) }).meta({ id: 'SavedViews' })
