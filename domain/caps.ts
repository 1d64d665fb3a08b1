import type { BaseId, ClusterId } from './ids.js'
import type { ClaimRefusal, ClaimLimits } from './claims.js'

/** What the caps look at in a place: codes only. */
export interface CapPlace {
  readonly cluster: ClusterId
  readonly category: string
  readonly province: string
  /** Clusters whose territory holds this one or lies inside it. */
  readonly overlaps: readonly string[]
}

/** A place that counts against another one, and the base that stands there. */
export interface Rival extends CapPlace {
  readonly base: BaseId
}

interface Against {
  /** Standing and shortlisted bases at the shortlist (R9), holders of a slot at the reservation, active ones at the activation. */
  readonly rivals: readonly Rival[]
  readonly limits: ClaimLimits
  /** The committee has waived the caps for this base; territory is binding and never waived (8.2, R8). */
  readonly waived: boolean
  /** Slots still free after this one; absent where no slot is taken, and the number of categories is not asked. */
  readonly free?: number
}

/**
 * The one test of variety and territory (8.2), asked at the shortlist, at the reservation, at the activation and before a
 * slot is offered: the first cap that stands against a place, or undefined. Territory comes first because nobody waives it.
 */
export const capAgainst = (place: CapPlace, { rivals, limits, waived, free }: Against): ClaimRefusal | undefined => {
  const taken = territoryTaken(place, rivals)
  if (taken !== undefined || waived) return taken
  const inCategory = rivals.filter(({ category }) => category === place.category).length
  if (inCategory >= limits.capPerCategory)
    return { code: 'category_full', have: inCategory, allowed: limits.capPerCategory }
  const inProvince = rivals.filter(({ province }) => province === place.province).length
  if (inProvince >= limits.capPerProvince)
    return { code: 'province_full', have: inProvince, allowed: limits.capPerProvince }
  return free === undefined ? undefined : tooAlike(place, { rivals, limits, free })
}

/** Two bases share territory when either names the other's cluster as overlapping; of nested places only one may stand. */
const territoryTaken = (place: CapPlace, rivals: readonly Rival[]): ClaimRefusal | undefined => {
  const rival = rivals.find(
    ({ cluster, overlaps }) => place.overlaps.includes(cluster) || overlaps.includes(place.cluster),
  )
  return rival === undefined ? undefined : { code: 'territory_taken', base: rival.base }
}

/** The slots left could no longer bring the number of categories that all of them together must have. */
const tooAlike = (
  place: CapPlace,
  { rivals, limits, free }: Pick<Against, 'rivals' | 'limits'> & { readonly free: number },
): ClaimRefusal | undefined => {
  const categories = new Set([place.category, ...rivals.map(({ category }) => category)]).size
  const needs = limits.categoriesAtLeast ?? 0
  return categories + free >= needs ? undefined : { code: 'too_few_categories', have: categories, needs }
}
