import type { Procedure, Settings } from '../procedure.js'
import { full } from './full.js'
import { published, steps } from './steps.js'
import { defined } from '../values/defined.js'

type Since = 'recommends' | 'colours' | 'visitEvery' | 'boundaryShare' | 'renewalDays'

/** A version from before these rules were published. */
export interface OlderProcedure extends Omit<Procedure, 'separation' | 'settings'> {
  readonly settings: Omit<Settings, Since>
}

/**
 * A version as it is read today. Before 30 November 2026 a version published neither who is kept apart nor what must bear an option, nor
 * the limits of colours and visits: they were code, the same for all, and what is shipped since says what that code said.
 */
export const asReadToday = (kept: Procedure | OlderProcedure): Procedure => {
  if ('separation' in kept) return kept
  const { separation, settings } = full
  const { recommends, colours, visitEvery, boundaryShare, renewalDays } = settings
  return {
    ...kept,
    separation,
    settings: { ...kept.settings, recommends, colours, visitEvery, boundaryShare, renewalDays },
    steps: Object.fromEntries(Object.entries(kept.steps).map(([key, step]) => [key, { ...later(key), ...step }])),
  }
}

/** What a step says since. */
const later = (key: string) => {
  const told = steps[key]
  if (told === undefined) return {}
  const { begins, again, supports, scores, lockedBy, finds, checklist, ...others } = published(told)
  const { means, takesTerritory, fallsWith } = others
  return defined({
    begins,
    again,
    supports,
    scores,
    lockedBy,
    finds,
    checklist,
    means,
    takesTerritory,
    fallsWith,
  })
}
