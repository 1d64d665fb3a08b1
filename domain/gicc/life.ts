import type { BaseState } from '../state.js'
import { stage, type Story } from '../story.js'
import { dueDiligence } from './due-diligence/story.js'
import { launch } from './launch/story.js'
import { matters } from './matters/story.js'
import { memorandum } from './memorandum/story.js'
import { nomination } from './nomination/story.js'
import { yearlyReview } from './yearly-review/story.js'

/** The life of a cooperation base, as the programme tells it. */
export function* lifeOf(base: BaseState): Story {
  const beside = () => matters(base)
  yield* stage('nomination', { body: nomination, beside })
  yield* stage('due_diligence', { body: dueDiligence, beside })
  yield* stage('memorandum', { body: () => memorandum(base), beside })
  yield* stage('launch', { body: launch, beside })
  while (!base.closed) yield* stage('yearly_review', { body: () => yearlyReview(base), beside })
}
