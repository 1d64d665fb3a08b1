import { CancellationScope, sleep } from '@temporalio/workflow'
import type { Instant } from '../domain/ids.js'
import { millisecondsTo } from './clock.js'

/**
 * No run sleeps longer, whether something is due or not: it looks at its rules and calendars again, and moves to the current
 * build, so that workers of an older one may be taken away after this (0037).
 */
const longestSleep = 30 * 24 * 60 * 60 * 1000

/**
 * The one lazy timer of a workflow: it is left running when the next due instant moves later, and set anew only when it
 * moves earlier, so that most decisions touch no timer at all.
 */
export const lazyAlarm = (ring: () => void) => {
  let at: number | undefined
  let scope: CancellationScope | undefined
  return {
    /** Makes sure the alarm rings at the instant or before it; null: nothing is due, and only the longest sleep ends. */
    set: (due: Instant | null): void => {
      const wait = due === null ? longestSleep : Math.min(millisecondsTo(due), longestSleep)
      const rings = due === null || wait === longestSleep ? undefined : Date.parse(due)
      if (at !== undefined && (rings === undefined || at <= rings)) return
      scope?.cancel()
      const mine = new CancellationScope()
      scope = mine
      at = rings ?? Number.MAX_SAFE_INTEGER
      void mine
        .run(() => sleep(wait, { summary: due === null ? 'nothing due' : `next due ${due}` }))
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
