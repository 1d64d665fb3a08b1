import { clockOf, type ReadBase } from '../../db/reads/bases.js'
import { thirdPartiesOn } from '../../db/reads/third-parties.js'
import type { FollowedItem } from '../../domain/follow-up/items.js'
import { ratesIn } from '../../domain/gicc/yearly-review/cash-of-the-year.js'
import { sinceTheReport, type SinceTheReport } from '../../domain/gicc/yearly-review/since-the-report.js'
import type { Procedure } from '../../domain/procedure.js'
import type { FormSight } from '../../domain/sight/answers.js'
import type { AnswerOf } from '../../domain/sight/entry.js'
import type { BaseState } from '../../domain/state.js'
import type { ApiParts } from '../parts.js'
import { followedOn } from './followed-on.js'

interface Noting {
  readonly base: ReadBase
  readonly state: BaseState | undefined
  readonly procedure: Procedure
  readonly answered: (of: AnswerOf) => FormSight
  /** Whether requests of firms are counted for these eyes (8.12). */
  readonly countsRequests: boolean
}

/** What was noted of a base since its last report, added up of the sheets that are for some eyes (5.14, 5.15). */
export const notedSince = async (parts: ApiParts, noting: Noting): Promise<SinceTheReport> => {
  const { base, state, procedure, countsRequests } = noting
  const on = await followedOn(parts, { base: base.id, state, procedure })
  const { facts } = state ?? {}
  return sinceTheReport({
    filed: countsRequests ? on.filed : [],
    closings: on.closings,
    items: on.items.filter((item) => isCounted(item, noting)),
    outside: await thirdPartiesOn(parts.db, { base: base.id, now: clockOf(base, parts.clock()) }),
    perUsd: ratesIn(facts?.rates ?? [], (facts?.reviews.length ?? 0) + 1),
  })
}

/** Work and money are counted for whoever reads the sheet they stand on; of requests the number is told, and not the words. */
const isCounted = (
  { kind, filed: { step, key, person } }: FollowedItem,
  { answered, countsRequests }: Noting,
): boolean => (kind === 'request' ? countsRequests : answered({ step, key, person }).sees('PAR') === 'whole')
