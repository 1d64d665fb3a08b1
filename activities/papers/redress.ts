import type { LocalText } from '../../domain/locale.js'
import type { RedressOnPaper } from '../../documents/paper.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { redressStepsOf } from '../../domain/redress.js'
import { defined } from '../../domain/values/defined.js'
import { endInWords } from '../../domain/words/hours.js'
import { zoneAround } from '../../domain/words/zone-around.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { ofType, type StorySoFar } from './story-so-far.js'
import { daysFor } from './times-of.js'

/** What a paper promises of redress: what its order says, in the numbers of the version (8.9). Undefined where there is none. */
export const redressOf = (story: StorySoFar): RedressOnPaper | undefined => {
  const until = ofType(story.events, 'document_ordered').at(-1)?.redressUntil
  const steps = redressStepsOf(story.procedure)
  if (until === undefined || steps === undefined) return undefined
  return {
    until: endIn(story, until),
    ...defined({
      admittedWithin: daysFor(story.procedure, steps.admission),
      decidedWithin: daysFor(story.procedure, steps.decision),
    }),
  }
}

/** Upheld redress voided the same decision before: the second is the last word (8.9). */
export const isDecidedAgain = ({ events }: Pick<StorySoFar, 'events'>, decided: StepKey | undefined): boolean =>
  ofType(events, 'step_voided').some(({ key, cause }) => cause === 'redress' && key === decided)

/** The end of a time as a paper tells it: the hour of the place, and that of the programme. */
export const endIn = ({ zone }: Pick<StorySoFar, 'zone'>, until: string): LocalText =>
  endInWords(until, { here: zoneAround(zone, until), there: zoneAround(programmeCalendar.zone, until) })
