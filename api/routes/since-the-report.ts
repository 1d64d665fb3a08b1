import { baseStateOf } from '../../db/reads/base-states.js'
import { readBase } from '../../db/reads/bases.js'
import { indicatorOf } from '../../domain/indicators.js'
import { mustSeeBase, seatsInForce, type SightOfBase } from '../auth/sight.js'
import { BaseParams } from '../contract/base.js'
import { SinceTheReportResponse } from '../contract/since-the-report.js'
import { notedSince } from '../follow-up/noted-since.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { answersSight } from '../views/answers-sight.js'
import { readPinned, sightRules } from '../views/pinned-procedure.js'
import { problems } from './responses.js'

/** What was noted of a base since its last report, added up: work by area, money at the rates of the budget, requests of firms. */
export const addSinceTheReport = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    params: BaseParams,
    response: { 200: SinceTheReportResponse, ...problems },
    tags: ['steps'],
    summary: 'What was noted since the last report',
  }
  app.get('/bases/:id/since-the-report', { schema }, async (request) => {
    const base = request.params.id
    const { person } = request
    const [found, sight] = await Promise.all([readBase(parts.db, { id: base }), mustSeeBase(parts, { base, person })])
    if (found === undefined) throw notFound(`base ${base}`)
    const [procedure, state] = await Promise.all([readPinned(parts, found), baseStateOf(parts.db, found)])
    const answered = await answersSight(parts.db, { base, sight, procedure, rules: sightRules(procedure) })
    const countsRequests = await isToldOfRequests(parts, { base, person, sight })
    const noted = await notedSince(parts, { base: found, state, procedure, answered, countsRequests })
    return {
      areas: noted.areas.map(({ label, requests, ...one }) => ({
        ...one,
        label: { ...label },
        requests: countsRequests ? requests : null,
      })),
      indicators: noted.indicators.map(({ indicator, value }) => {
        const { label, unit } = indicatorOf(indicator)
        return { indicator, label: { ...label }, unit, value }
      }),
      money: {
        found: { ...noted.money.found, unrated: [...noted.money.found.unrated] },
        waiting: { ...noted.money.waiting, unrated: [...noted.money.waiting.unrated] },
        spent: { ...noted.money.spent, unrated: [...noted.money.spent.unrated] },
      },
      thirdParties: { ...noted.thirdParties },
      requests: countsRequests ? { ...noted.requests } : null,
    }
  })
}

/** The programme and the cluster body hear how many firms asked, and no firm hears of another (8.12). */
const isToldOfRequests = async (
  parts: ApiParts,
  { base, person, sight }: { readonly base: string; readonly person: string; readonly sight: SightOfBase },
): Promise<boolean> => {
  if (sight.sees({ kind: 'inner' }) === 'whole') return true
  return (await seatsInForce(parts, person)).some((seat) => seat.base === base && seat.role === 'CLO')
}
