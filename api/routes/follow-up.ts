import type { BaseId, PersonId } from '../../domain/ids.js'
import type { z } from 'zod'
import { baseStateOf } from '../../db/reads/base-states.js'
import { clockOf, readBase } from '../../db/reads/bases.js'
import { drawnActivities } from '../../domain/gicc/yearly-review/drawn-activities.js'
import { mustSeeBase } from '../auth/sight.js'
import { BaseParams } from '../contract/base.js'
import { FollowUpQuery, FollowUpResponse } from '../contract/follow-up.js'
import { followedOn } from '../follow-up/followed-on.js'
import { itemsSeen } from '../follow-up/items-seen.js'
import { withThirdParties } from '../follow-up/third-parties-seen.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { answersSight } from '../views/answers-sight.js'
import { readPinned, sightRules } from '../views/pinned-procedure.js'
import { problems } from './responses.js'

/** What is followed on a base over several steps: findings, conditions, recommendations, measures, risks, activities (8.17). */
export const addFollowUp = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    params: BaseParams,
    querystring: FollowUpQuery,
    response: { 200: FollowUpResponse, ...problems },
    tags: ['steps'],
    summary: 'What is followed on a base',
  }
  app.get('/bases/:id/follow-up', { schema }, ({ person, params: { id: base }, query }) =>
    followUpSeen(parts, { person, base, ...query }),
  )
}

interface Asked extends z.output<typeof FollowUpQuery> {
  readonly person: PersonId
  readonly base: BaseId
}

/** What is followed on a base as one person may read it. */
export const followUpSeen = async (
  parts: ApiParts,
  { person, base, kind, status }: Asked,
): Promise<z.output<typeof FollowUpResponse>> => {
  const [found, sight] = await Promise.all([readBase(parts.db, { id: base }), mustSeeBase(parts, { base, person })])
  if (found === undefined) throw notFound(`base ${base}`)
  const [procedure, state] = await Promise.all([readPinned(parts, found), baseStateOf(parts.db, found)])
  const followed = { base, state, procedure }
  const now = clockOf(found, parts.clock())
  const answered = await answersSight(parts.db, { base, sight, procedure, rules: sightRules(procedure) })
  const on = await followedOn(parts, followed)
  const seen = await itemsSeen(parts, { ...followed, sight, answered, on })
  const items = await withThirdParties(parts, {
    seen,
    base,
    items: on.items,
    drawn: drawnActivities(on),
    answered,
    now,
  })
  return {
    items: items.filter(
      (item) => (kind === undefined || item.kind === kind) && (status === undefined || item.status === status),
    ),
  }
}
