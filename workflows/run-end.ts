import { workflowInfo } from '@temporalio/workflow'

/** A run ends at a stage or year boundary, or when its history has grown to this many events. */
const longestHistory = 500

/** Whether the history of the run has grown so long that the next run should begin. */
export const isRunLong = (): boolean => {
  const { historyLength, continueAsNewSuggested } = workflowInfo()
  return historyLength > longestHistory || continueAsNewSuggested
}

/** Whether the workers of another build were made the current ones since the run began; it moves when it continues as new. */
export const isNewerBuildWanted = (): boolean => workflowInfo().targetWorkerDeploymentVersionChanged
