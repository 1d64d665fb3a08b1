import type { PaperFacts } from '../../documents/paper.js'
import { conditionsOf } from './conditions.js'
import { memorandumTimes } from '../../domain/gicc/memorandum/times.js'
import { defined } from '../../domain/values/defined.js'
import { ofType, type StorySoFar } from './story-so-far.js'

/**
 * The text that is approved in 3.9 and signed in 3.11, on exactly its hashes: it is final when it is made, so no page
 * calls it a draft. Its version counts the translations (3.8).
 */
export const mouText = (story: StorySoFar): PaperFacts['mou_text'] => ({
  conditions: conditionsOf(story).map(({ text }) => text),
  termYears: story.procedure.settings.mouTermYears,
  times: memorandumTimes(story.procedure),
  version: ofType(story.events, 'step_closed').filter(({ key, how }) => key === '3.8a' && how !== 'stopped').length,
  locked: true,
  ...defined({ text: story.agreed }),
})
