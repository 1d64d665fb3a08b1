import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listBases } from '../../db/reads/bases.js'
import { mustBeStaff, seenBy, sightOf, sightOn } from '../auth/sight.js'
import { pageFields } from '../contract/page.js'
import { locale, programmeId } from '../contract/scalars.js'
import { standingProgramme } from '../founding/seeds.js'
import { localeOf } from '../language.js'
import { basesPage } from '../pages/bases-page.js'
import { givePage } from '../pages/page.js'
import { tenPage } from '../pages/ten-page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { baseSummary } from '../views/base-view.js'
import { asPage } from '../workplace/faces.js'
import { pageView } from '../views/page-view.js'
import { slotsView, waitingView } from '../views/ten-view.js'

export const PageOfPeopleQuery = z.strictObject({ lang: locale.optional(), after: pageFields.after })
const BasesPageQuery = PageOfPeopleQuery.extend({ programme: programmeId.optional() })

/**
 * The first page, for people. In a trial it is open to whoever reaches the machine; in production it asks for a token
 * like everything else, until there is a sign-in, and shows what its reader may see.
 */
export const addPages = (app: ApiApp, parts: ApiParts): void => {
  const config = { open: parts.config.MODE === 'embedded' }
  const schema = { querystring: BasesPageQuery, hide: true }
  const show = async (request: Asked, reply: FastifyReply): Promise<FastifyReply> => {
    const { lang = localeOf(request.headers['accept-language']), after, programme } = request.query
    const sight = config.open && request.person === '' ? undefined : await sightOf(parts, request.person)
    const seen = sight === undefined ? {} : seenBy(sight)
    const seesIn = (base: string) =>
      sight === undefined ? () => 'whole' as const : sightOn(sight, { person: request.person, base }).sees
    const bases = await listBases(parts.db, { after, limit: 50, programme, ...seen })
    return givePage(
      reply,
      basesPage(
        { ...pageView(bases, (base) => baseSummary(base, { now: parts.clock(), sees: seesIn(base.id) })), programme },
        lang,
      ),
    )
  }
  app.get('/', { config, schema }, show)
  app.get('/bases', { constraints: asPage, schema }, show)
}

interface Asked extends FastifyRequest {
  readonly query: z.output<typeof BasesPageQuery>
}

/** The ten and the waiting list as a page, for the same readers as the first one. */
export const addTenPage = (app: ApiApp, parts: ApiParts): void => {
  const config = { open: parts.config.MODE === 'embedded' }
  const querystring = z.strictObject({ lang: locale.optional(), programme: programmeId.default(standingProgramme) })
  app.get('/slots', { config, schema: { querystring, hide: true } }, async (request, reply) => {
    const { lang = localeOf(request.headers['accept-language']), programme } = request.query
    if (!config.open) await mustBeStaff(parts, { person: request.person, programme })
    const [slots, waiting] = await Promise.all([slotsView(parts, programme), waitingView(parts, programme)])
    return givePage(reply, tenPage({ programme, slots, waiting }, lang))
  })
}
