import type { BaseState } from '../domain/state.js'
import { stage, type Story } from '../domain/story.js'
import { dueDiligence } from './due-diligence.js'
import { launch } from './launch.js'
import { memorandum } from './memorandum.js'
import { nomination } from './nomination.js'
import { yearlyReview } from './yearly-review.js'

/** The life of a cooperation base, as the programme tells it. */
export function* lifeOf(base: BaseState): Story {
  yield* stage('nomination', nomination)
  yield* stage('due_diligence', dueDiligence)
  yield* stage('memorandum', memorandum)
  yield* stage('launch', launch)
  while (!base.closed) yield* stage('yearly_review', () => yearlyReview(base))
}
