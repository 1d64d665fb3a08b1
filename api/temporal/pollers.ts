import type { Connection } from '@temporalio/client'
import proto from '@temporalio/proto'
import { deadlineIn } from '../../clock/machine-clock.js'
import { connectPatienceMs } from '../limits.js'

/** Whether anybody works: an update waits for a worker however well the server is. */
export interface Pollers {
  /** Whether a worker asks for workflows and for activities of this namespace. False too where that cannot be asked. */
  readonly hasWorker: (namespace: string) => Promise<boolean>
}

/**
 * A worker that waits for work asks anew every minute, and the server names it for five minutes after it was last heard;
 * one that was not heard for longer than this is gone.
 */
const silentForMs = 75_000

const { TASK_QUEUE_TYPE_WORKFLOW: workflows, TASK_QUEUE_TYPE_ACTIVITY: activities } =
  proto.temporal.api.enums.v1.TaskQueueType

/** Asks the server who listens on the task queue. */
export const createPollers = (connection: Connection, taskQueue: string): Pollers => {
  const isHeard = async (namespace: string, taskQueueType: typeof workflows | typeof activities): Promise<boolean> => {
    const { pollers } = await connection.withDeadline(deadlineIn(connectPatienceMs), () =>
      connection.workflowService.describeTaskQueue({ namespace, taskQueue: { name: taskQueue }, taskQueueType }),
    )
    const oldest = deadlineIn(-silentForMs) / 1000
    return pollers.some(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) > oldest)
  }
  return {
    hasWorker: (namespace) =>
      Promise.all([isHeard(namespace, workflows), isHeard(namespace, activities)]).then(
        (both) => both.every(Boolean),
        () => false,
      ),
  }
}
