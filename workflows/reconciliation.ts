import { proxyActivities, workflowInfo } from '@temporalio/workflow'
import type { Activities } from '../activities/contract.js'

const { reconcileAll } = proxyActivities<Pick<Activities, 'reconcileAll'>>({
  startToCloseTimeout: '30 minutes',
  retry: { initialInterval: '10 seconds', maximumInterval: '5 minutes' },
})

/**
 * Holds the ledger of every programme of this namespace against the histories, once; a schedule begins it each hour. It
 * answers with ids and numbers only: what was found stands in PostgreSQL.
 */
export const reconciliation = (): ReturnType<typeof reconcileAll> => {
  const { namespace, runId } = workflowInfo()
  return reconcileAll({ namespace, key: runId })
}
