import { baseStateOf } from '../../db/reads/base-states.js'
import { thirdPartiesOn } from '../../db/reads/third-parties.js'
import { clockOf, readBase } from '../../db/reads/bases.js'
import type { FollowedItem } from '../../domain/follow-up/items.js'
import { ratesIn } from '../../domain/gicc/yearly-review/cash-of-the-year.js'
import { sinceTheReport } from '../../domain/gicc/yearly-review/since-the-report.js'
import { indicatorOf } from '../../domain/indicators.js'
import type { FormSight } from '../../domain/sight/answers.js'
import type { AnswerOf } from '../../domain/sight/entry.js'
import { mustSeeBase, seatsInForce, type SightOfBase } from '../auth/sight.js'
import { BaseParams } from '../contract/base.js'
import { SinceTheReportResponse } from '../contract/since-the-report.js'
import { followedOn } from '../follow-up/followed-on.js'
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
    const on = await followedOn(parts, { base, state, procedure })
    const counts = { answered, countsRequests: await isToldOfRequests(parts, { base, person, sight }) }
    const { facts } = state ?? {}
    const noted = sinceTheReport({
      filed: counts.countsRequests ? on.filed : [],
      closings: on.closings,
      items: on.items.filter((item) => isCounted(item, counts)),
      outside: await thirdPartiesOn(parts.db, { base, now: clockOf(found, parts.clock()) }),
      perUsd: ratesIn(facts?.rates ?? [], (facts?.reviews.length ?? 0) + 1),
    })
    return {
      areas: noted.areas.map(({ label, requests, ...one }) => ({
        ...one,
        label: { ...label },
        requests: counts.countsRequests ? requests : null,
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
      requests: counts.countsRequests ? { ...noted.requests } : null,
    }
  })
}

interface Counting {
  readonly answered: (of: AnswerOf) => FormSight
  readonly countsRequests: boolean
}

/** Work and money are counted for whoever reads the sheet they stand on; of requests the number is told, and not the words. */
const isCounted = (
  { kind, filed: { step, key, person } }: FollowedItem,
  { answered, countsRequests }: Counting,
): boolean => (kind === 'request' ? countsRequests : answered({ step, key, person }).sees('PAR') === 'whole')

/** The programme and the cluster body hear how many firms asked, and no firm hears of another (8.12). */
const isToldOfRequests = async (
  parts: ApiParts,
  { base, person, sight }: { readonly base: string; readonly person: string; readonly sight: SightOfBase },
): Promise<boolean> => {
  if (sight.sees({ kind: 'inner' }) === 'whole') return true
  return (await seatsInForce(parts, person)).some((seat) => seat.base === base && seat.role === 'CLO')
}
