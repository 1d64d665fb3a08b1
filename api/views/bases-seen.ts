import type { PersonId } from '../../domain/ids.js'
import type { z } from 'zod'
import { countByStage, agesTold } from '../../db/reads/base-counts.js'
import { clockOf, countBases, countedAtMost, listBases, stagesOf } from '../../db/reads/bases.js'
import type { BasesFilter } from '../../db/reads/bases-asked.js'
import { namesOf } from '../../db/reads/names.js'
import type { PageRequest } from '../../db/reads/page.js'
import { stageLabel, stages } from '../../domain/lifecycle.js'
import type { BasesSort } from '../../domain/values/bases-sort.js'
import { defined } from '../../domain/values/defined.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { seenBy, sightOf, sightOn, type Sight } from '../auth/sight.js'
import type { BaseCountsResponse, BaseSpansResponse, BasesResponse } from '../contract/base.js'
import type { AskingParts } from '../parts.js'
import { baseSummary, namesByKind } from './base-view.js'
import { pageView } from './page-view.js'
import { stepsUnseen } from './steps-unseen.js'

interface Asked {
  readonly person: PersonId
  readonly filter: BasesFilter
  readonly page: PageRequest & { readonly sort?: BasesSort | undefined }
}

/** A page of the bases somebody may see, as asked for; how many there are is counted for the first page. */
export const basesSeen = async (
  parts: AskingParts,
  { person, filter, page: asked }: Asked,
): Promise<z.output<typeof BasesResponse>> => {
  const { db } = parts
  const now = parts.clock()
  const sight = await sightOf(parts, person)
  const request = { ...filter, ...findableBy(sight, person), now: now.toISOString() }
  const [page, count] = await Promise.all([
    listBases(db, { ...request, ...asked }),
    asked.after === undefined ? countBases(db, request) : undefined,
  ])
  const people = page.items.flatMap(({ waitsFor }) => waitsFor.flatMap(({ holder }) => holder ?? []))
  const names = await namesOf(db, { people })
  const seen = pageView(page, (base) =>
    baseSummary(base, { now, names, sees: sightOn(sight, { person, base: base.id }).sees }),
  )
  return { ...seen, total: count === undefined ? null : totalOf(count) }
}

/** The same page of bases with the times of their stages. */
export const spansSeen = async (
  parts: AskingParts,
  { person, filter, page: asked }: Asked,
): Promise<z.output<typeof BaseSpansResponse>> => {
  const now = parts.clock().toISOString()
  const sight = await sightOf(parts, person)
  const page = await listBases(parts.db, { ...filter, ...findableBy(sight, person), now, ...asked })
  const stagesIn = await stagesOf(
    parts.db,
    page.items.map(({ id }) => id),
  )
  const seen = pageView(page, (base) => {
    const { id, names, cluster, status, openedAt, closedAt, signedAt, endsOn } = base
    const spans = (stagesIn.get(id) ?? []).map(({ stage, year, enteredAt, leftAt }) => ({
      stage,
      enteredAt,
      leftAt,
      ...defined({ year: year ?? undefined }),
    }))
    const own = clockOf(base, parts.clock())
    return {
      id,
      names: namesByKind(names, cluster),
      status,
      openedAt,
      closedAt,
      signedAt,
      endsOn,
      now: own,
      stages: spans,
    }
  })
  const clocks = page.items.flatMap(({ rehearsal, lastEntryAt }) => (rehearsal ? [lastEntryAt] : []))
  return { now: [now, ...clocks].toSorted().at(-1) ?? now, ...seen }
}

const totalOf = (count: number) => ({ count: Math.min(count, countedAtMost), isMore: count > countedAtMost })

/** How many of them stand in which stage, and for how long. */
export const basesCounted = async (
  parts: AskingParts,
  { person, filter }: Omit<Asked, 'page'>,
): Promise<z.output<typeof BaseCountsResponse>> => {
  const sight = await sightOf(parts, person)
  const now = parts.clock().toISOString()
  const found = await countByStage(parts.db, { ...filter, ...findableBy(sight, person), now })
  const closed = totalOf(found.closed)
  return {
    closed: closed.count,
    moreClosed: closed.isMore,
    stages: stages.map((stage) => {
      const one = found.stages.find((row) => row.stage === stage)
      const { ages = [], longest = null } = one ?? {}
      const [bases, late] = [totalOf(one?.bases ?? 0), totalOf(one?.late ?? 0)]
      return {
        stage,
        label: stageLabel[stage],
        bases: bases.count,
        isMore: bases.isMore,
        late: late.count,
        moreLate: late.isMore,
        longest,
        ages: [...agesTold, null].map((upToDays, at) => {
          const { count, isMore } = totalOf(ages[at] ?? 0)
          return { upToDays, bases: count, isMore }
        }),
      }
    }),
  }
}

/**
 * Which bases somebody finds, and by what: nobody finds a base by a step that is not there for him or her, or by whom it was given
 * to where that name is not for these eyes. What is closed in one of the bases somebody sees finds nothing in the others either.
 */
const findableBy = (sight: Sight, person: PersonId) => {
  const reached = [...sight.programmes, ...sight.bases].map((base) => sightOn(sight, { person, base }).sees)
  const unseen = [...new Set<StepKey>(reached.flatMap((sees) => stepsUnseen({ sees })))]
  const name = { kind: 'name', person: null, side: 'programme' } as const
  const isOfPlace = reached.some((sees) => sees(name) !== 'whole')
  return {
    ...seenBy(sight),
    unseen,
    ...defined({ holders: isOfPlace ? ({ side: 'partner', or: person } as const) : undefined }),
  }
}
