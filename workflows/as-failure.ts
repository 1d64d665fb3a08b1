import { ApplicationFailure } from '@temporalio/workflow'
import { refusalText, type Refusal } from '../domain/refusal.js'

/**
 * The one door through which a refusal leaves the workflow: type and detail travel, the API makes the sentence again in
 * the person's own language. Behind the detail stands the number of the last entry it was judged on, so that the API
 * notices a workflow that has fallen behind its ledger. Never retried: the answer would be the same.
 */
export const asFailure = (refusal: Refusal, head: number): ApplicationFailure =>
  ApplicationFailure.create({
    type: refusal.code,
    message: refusalText(refusal, 'en').says,
    details: [refusal.detail, head],
    nonRetryable: true,
    category: 'BENIGN',
  })
