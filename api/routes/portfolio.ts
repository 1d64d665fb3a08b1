import type { PersonId, ProgrammeId } from '../../domain/ids.js'
import { z } from 'zod'
import { offices } from '../../domain/role.js'
import { portfolioContent } from '../../web/work/portfolio.js'
import { portfolioViews, type PortfolioView } from '../../domain/values/portfolio-view.js'
import type { Portfolio } from '../../web/work/portfolio-model.js'
import type { WorkFrame } from '../../web/work/model.js'
import { seatsInForce } from '../auth/sight.js'
import { basesFilters, BasesQuery } from '../contract/base.js'
import { pageFields } from '../contract/page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { basesCounted, basesSeen, spansSeen } from '../views/bases-seen.js'
import { slotsView, waitingView } from '../views/ten-view.js'
import { asPage } from '../workplace/faces.js'
import { inAddress } from '../workplace/in-address.js'
import { savedHere } from '../workplace/saved-here.js'
import { chosenOnPages } from '../workplace/worlds.js'
import { withoutEmpty } from '../workplace/without-empty.js'
import { pageAsks, showPage } from '../workplace/work-page.js'

const views = z.enum(portfolioViews)
const asks = { ...basesFilters, sort: BasesQuery.shape.sort, view: views.default('list'), after: pageFields.after }
type Asked = Omit<z.output<typeof BasesQuery>, 'limit'> & {
  readonly view: PortfolioView
  readonly lang?: string | undefined
}

/** All bases as a page: what the list of the API tells, in several ways to look. */
export const addPortfolioPage = (app: ApiApp, parts: ApiParts): void => {
  const schema = pageAsks(asks)
  app.get('/bases', { constraints: asPage, schema, preValidation: withoutEmpty }, async (request, reply) => {
    const { person, query } = request
    const content = async (frame: WorkFrame) =>
      portfolioContent(await portfolioOf(parts, { person, query, frame }), frame.locale)
    return showPage(parts, { request, reply, room: 'bases', content })
  })
}

interface Looking {
  readonly person: PersonId
  readonly query: Asked
  readonly frame: WorkFrame
}

const portfolioOf = async (parts: ApiParts, { person, query, frame }: Looking): Promise<Portfolio> => {
  const { view, after, sort, lang: _, ...filter } = query
  const seats = frame.reader?.seats ?? []
  const ofTen = seats.find(({ programme, rehearsal, isStaff }) =>
    filter.programme === undefined ? isStaff && !rehearsal : isStaff && programme === filter.programme,
  )
  const page = { after, limit: view === 'list' || view === 'time' ? 50 : 200, sort }
  const asked = { person, filter, page }
  const shown = inAddress({ ...filter, sort })
  const [held, saved, counts, bases, spans, ten] = await Promise.all([
    seatsInForce(parts, person),
    savedHere(parts, {
      person,
      frame,
      shows: 'bases',
      saves: { page: 'bases', asks: inAddress({ ...shown, view: otherThanList(view) }) },
    }),
    // Each stage leads to its own bases, so none is counted by the one that is chosen.
    basesCounted(parts, { person, filter: { ...filter, stage: undefined } }),
    view === 'time' || view === 'ten' ? undefined : basesSeen(parts, view === 'reviews' ? ahead(asked) : asked),
    view === 'time' ? spansSeen(parts, asked) : undefined,
    view === 'ten' && ofTen !== undefined ? tenOf(parts, ofTen.programme) : undefined,
  ])
  return {
    view,
    asked: shown,
    saved,
    counts,
    bases,
    spans,
    ten,
    seesTen: ofTen !== undefined,
    startsIn: seats.find(
      ({ programme, rehearsal }) =>
        (filter.programme === undefined ? !rehearsal : programme === filter.programme) &&
        held.some((seat) => seat.programme === programme && seat.role === offices.nominates),
    )?.programme,
    programmes: chosenOnPages(seats),
  }
}

/** The reviews of the next ninety days of each base's own clock, the first one first. */
const ahead = <T extends Parameters<typeof basesSeen>[1]>(asked: T): T => ({
  ...asked,
  filter: { ...asked.filter, reviewWithin: 90 },
  page: { ...asked.page, sort: 'review' },
})

const tenOf = async (parts: ApiParts, programme: ProgrammeId): Promise<Portfolio['ten']> => {
  const [slots, waiting] = await Promise.all([slotsView(parts, programme), waitingView(parts, programme)])
  return { slots, waiting }
}

const otherThanList = (view: PortfolioView): PortfolioView | undefined => (view === 'list' ? undefined : view)
