import type { PaperFacts } from '../../documents/paper.js'
import { conditionsOf } from './conditions.js'
import type { Procedure } from '../../domain/procedure.js'
import { defined } from '../../domain/values/defined.js'
import { ofType, type StorySoFar } from './story-so-far.js'
import { dayOfYearFor, daysFor } from './times-of.js'

/**
 * The text that is approved in 3.9 and signed in 3.11, on exactly its hashes: it is final when it is made, so no page
 * calls it a draft. Its version counts the translations (3.8).
 */
export const mouText = (story: StorySoFar): PaperFacts['mou_text'] => ({
  conditions: conditionsOf(story).map(({ text }) => text),
  termYears: story.procedure.settings.mouTermYears,
  times: timesOf(story.procedure),
  version: ofType(story.events, 'step_closed').filter(({ key, how }) => key === '3.8a' && how !== 'stopped').length,
  locked: true,
})

/** What the memorandum promises in days is what the steps are given (9). */
const timesOf = (procedure: Procedure): PaperFacts['mou_text']['times'] => ({
  renewalDays: procedure.settings.renewalDays,
  ...defined({
    renewalGrace: daysFor(procedure, '3.13e'),
    notice: daysFor(procedure, '3.13k'),
    firstSitting: daysFor(procedure, '4.1a'),
    signsOff: daysFor(procedure, '5.12b'),
    reportBy: dayOfYearFor(procedure, '5.2a'),
  }),
})
