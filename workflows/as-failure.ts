import { ApplicationFailure } from '@temporalio/workflow'
import { refusalText, type Refusal } from '../domain/refusal.js'

/**
 * The one door through which a refusal leaves the workflow: type and detail travel, the API makes the sentence again in
 * the person's own language. Never retried: the answer would be the same.
 */
export const asFailure = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.create({
    type: refusal.code,
    message: refusalText(refusal, 'en').says,
    details: [refusal.detail],
    nonRetryable: true,
    category: 'BENIGN',
  })
