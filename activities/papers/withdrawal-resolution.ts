import type { PaperFacts } from '../../documents/paper.js'
import { addDays, plainDate } from '../../domain/calendar-date.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { dayOf } from './dates.js'
import { actsOn, lastClosed, type StorySoFar } from './story-so-far.js'
import { daysFor } from './times-of.js'
import { defined } from '../../domain/values/defined.js'

/** The board's vote that takes the name away, and until when the signs come off (5.12, 8.11). */
export const withdrawalResolution = (story: StorySoFar): PaperFacts['withdrawal_resolution'] => {
  const resolved = lastClosed(story, ['5.12a'])
  if (resolved?.code === undefined) throw new Error(`The board has not withdrawn ${story.base.id} for a reason.`)
  const votes = actsOn(story, resolved.step)
  const resolvedOn = dayOf(resolved.at, programmeCalendar.zone)
  return {
    resolvedOn,
    reasonCode: resolved.code,
    votesFor: votes.filter(({ option }) => option === resolved.option).length,
    votesCast: votes.length,
    ...defined({ signsOff: signsOff(story, resolvedOn) }),
  }
}

/** What the step of taking them down is given, which opens with this resolution (8.11). */
const signsOff = ({ procedure }: StorySoFar, resolvedOn: string): PaperFacts['withdrawal_resolution']['signsOff'] => {
  const within = daysFor(procedure, '5.12b')
  if (within === undefined) return undefined
  const by = within.unit === 'cd' ? addDays(plainDate(resolvedOn), within.n) : undefined
  return { within, ...defined({ by }) }
}
