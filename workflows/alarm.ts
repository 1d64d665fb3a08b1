import { CancellationScope, sleep } from '@temporalio/workflow'
import type { Instant } from '../domain/ids.js'
import { millisecondsTo } from './clock.js'

/** No timer outlives its reason by more than this: a sleeping base looks at its rules and calendars again (design 4). */
const longestSleep = 30 * 24 * 60 * 60 * 1000

/**
 * The one lazy timer of a workflow: it is left running when the next due instant moves later, and set anew only when it
 * moves earlier, so that most decisions touch no timer at all (performance.md 6.12).
 */
export const lazyAlarm = (ring: () => void) => {
  let at: number | undefined
  let scope: CancellationScope | undefined
  return {
    /** Makes sure the alarm rings at the instant or before it; null: nothing is due. */
    set: (due: Instant | null): void => {
      if (due === null) return
      const wait = Math.min(millisecondsTo(due), longestSleep)
      const rings = millisecondsTo(due) > longestSleep ? undefined : Date.parse(due)
      if (at !== undefined && (rings === undefined || at <= rings)) return
      scope?.cancel()
      const mine = new CancellationScope()
      scope = mine
      at = rings ?? Number.MAX_SAFE_INTEGER
      void mine
        .run(() => sleep(wait, { summary: `next due ${due}` }))
        .then(
          () => {
            if (scope !== mine) return
            at = undefined
            ring()
          },
          () => undefined, // Cancelled because an earlier alarm took its place.
        )
    },
  }
}
