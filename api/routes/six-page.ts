import { sixOf } from '../../domain/gicc/six-by-six.js'
import type { SixBy } from '../../web/work/six-model.js'
import { sixContent } from '../../web/work/six.js'
import { basesFilters } from '../contract/base.js'
import { pageFields } from '../contract/page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { sixSeen } from '../views/six-seen.js'
import { inAddress } from '../workplace/in-address.js'
import { withoutEmpty } from '../workplace/without-empty.js'
import { pageAsks, showPage } from '../workplace/work-page.js'

/** All bases as they work in the six areas, and as they meet the six challenges. */
export const addSixPages = (app: ApiApp, parts: ApiParts): void => {
  addSixPage(app, { parts, by: 'areas' })
  addSixPage(app, { parts, by: 'challenges' })
}

const addSixPage = (app: ApiApp, { parts, by }: { readonly parts: ApiParts; readonly by: SixBy }): void => {
  const schema = pageAsks({ ...basesFilters, after: pageFields.after })
  app.get(`/bases/${by}`, { schema, preValidation: withoutEmpty }, async (request, reply) => {
    const { person, query } = request
    const { lang: _, after, ...filter } = query
    return showPage(parts, {
      request,
      reply,
      room: 'bases',
      content: async ({ locale, rehearsalHere }) => {
        const seen = await sixSeen(parts, { person, filter, after })
        const rehearsal = rehearsalHere !== undefined || filter.rehearsal === true
        return sixContent({ by, asked: inAddress(filter), rehearsal, six: sixOf[by], ...seen }, locale)
      },
    })
  })
}
