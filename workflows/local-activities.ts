import { proxyLocalActivities } from '@temporalio/workflow'
import type { Activities } from '../activities/contract.js'

/** What a decision is written down with, and what it is judged by (0005). */
export const { record, prepare } = proxyLocalActivities<Pick<Activities, 'record' | 'prepare'>>({
  startToCloseTimeout: '10 seconds',
  // A database that is away is waited for: the command stands in the history and nothing is half done.
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '5 seconds' },
})
