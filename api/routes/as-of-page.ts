import { z } from 'zod'
import { asOfContent } from '../../web/work/as-of.js'
import { BaseParams } from '../contract/base.js'
import { day } from '../contract/scalars.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { basePast } from '../workplace/base-past.js'
import { asPage } from '../workplace/faces.js'
import { withoutEmpty } from '../workplace/without-empty.js'
import { pageAsks, showPage } from '../workplace/work-page.js'

/** No ledger has more: the database numbers its entries by integers. */
const mostEntries = 2_147_483_647

const asks = { entry: z.coerce.number().int().min(1).max(mostEntries).optional(), on: day.optional() }

/** A base as it stood at an entry of its ledger or on a day: the other face of the address a program asks about the past. */
export const addAsOfPage = (app: ApiApp, parts: ApiParts): void => {
  const schema = { ...pageAsks(asks), params: BaseParams }
  const face = { constraints: asPage, schema, preValidation: withoutEmpty }
  app.get('/bases/:id/as-of', face, async (request, reply) => {
    const { person, params, query } = request
    const asked = { person, base: params.id, entry: query.entry, on: query.on }
    return showPage(parts, {
      request,
      reply,
      room: 'bases',
      content: async ({ locale }) => asOfContent(await basePast(parts, asked), locale),
    })
  })
}
