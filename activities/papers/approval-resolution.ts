import type { PaperFacts } from '../../documents/paper.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { defined } from '../../domain/values/defined.js'
import { conditionsOf } from './conditions.js'
import { dayOf } from './dates.js'
import { endIn } from './redress.js'
import { lastClosed, ofType, type StorySoFar } from './story-so-far.js'

/** What the Board resolved when it approved: the base, its place, and the conditions it fixed (2.10, 8.16). How it voted stands in the record of the session alone. */
export const approvalResolution = (story: StorySoFar): PaperFacts['approval_resolution'] => {
  const reserved = ofType(story.events, 'slot_reserved').at(-1)
  if (reserved === undefined) throw new Error(`No place is kept for ${story.base.id}, so there is no resolution on it.`)
  const resolved = lastClosed(story, ['2.10'])
  return {
    resolvedOn: dayOf(resolved?.at ?? reserved.at, programmeCalendar.zone),
    slot: reserved.slot,
    conditions: conditionsOf(story),
    ...defined({ keptUntil: reserved.lapsesAt === undefined ? undefined : endIn(story, reserved.lapsesAt) }),
  }
}
