import type { PaperFacts } from '../../documents/paper.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { dayOf } from './dates.js'
import { isDecidedAgain, redressOf } from './redress.js'
import { ofType, type StorySoFar } from './story-so-far.js'
import { daysFor } from './times-of.js'
import type { StepKey } from '../../domain/values/step-key.js'
import { defined } from '../../domain/values/defined.js'

type Resolution = PaperFacts['withdrawal_resolution']

/** The Board's decisions by which a base loses its name (5.12, E6b, 8.10), and the step in which it is taken down after each. */
const decisions: Readonly<Record<string, { readonly on: Resolution['on']; readonly takingDown: StepKey }>> = {
  '5.12a:withdraw': { on: 'review', takingDown: '5.12b' },
  'E6b:end': { on: 'stop', takingDown: 'E6c' },
  '8.10c:end': { on: 'change', takingDown: '5.12b' },
}

/** The board's decision that takes the name away, what it was about, and until when the signs come off (5.12, 8.11). How it voted stands in the record of the session alone. */
export const withdrawalResolution = (story: StorySoFar): Resolution => {
  const resolved = ofType(story.events, 'step_closed').findLast(({ key, option }) => decisions[`${key}:${option}`])
  const decided = decisions[`${resolved?.key}:${resolved?.option}`]
  if (resolved?.code === undefined || decided === undefined)
    throw new Error(`The board has not withdrawn ${story.base.id} for a reason.`)
  const resolvedOn = dayOf(resolved.at, programmeCalendar.zone)
  return {
    on: decided.on,
    resolvedOn,
    reasonCode: resolved.code,
    ...defined({
      signsOff: daysFor(story.procedure, decided.takingDown),
      redress: redressOf(story),
      decidedAgain: isDecidedAgain(story, resolved.key) ? true : undefined,
    }),
  }
}
