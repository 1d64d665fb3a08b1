import type { BaseState } from '../domain/state.js'
import { stage, type Story } from '../domain/story.js'
import { dueDiligence } from './due-diligence.js'
import { launch } from './launch.js'
import { matters } from './matters.js'
import { memorandum } from './memorandum.js'
import { nomination } from './nomination.js'
import { yearlyReview } from './yearly-review.js'

/** The life of a cooperation base, as the programme tells it. */
export function* lifeOf(base: BaseState): Story {
  const beside = () => matters(base)
  yield* stage('nomination', { body: nomination, beside })
  yield* stage('due_diligence', { body: dueDiligence, beside })
  yield* stage('memorandum', { body: memorandum, beside })
  yield* stage('launch', { body: launch, beside })
  while (!base.closed) yield* stage('yearly_review', { body: () => yearlyReview(base), beside })
}
