import { hostname } from 'node:os'
import process from 'node:process'
import { Connection } from '@temporalio/client'
import proto from '@temporalio/proto'
import { deadlineIn, machineClock } from '../clock/machine-clock.js'
import { workerConfig } from '../config/processes.js'
import { temporalGreeting } from '../config/temporal-reach.js'

/**
 * The health check of a worker's container: ends with 0 when Temporal has heard from a worker of this machine within the
 * last two minutes, else with 1. A worker that lives but no longer asks for work is not healthy.
 */
const config = workerConfig()
const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, TEMPORAL_TASK_QUEUE: name } = config
const connection = Connection.lazy({ address, ...temporalGreeting(config) })
const { pollers } = await connection.withDeadline(deadlineIn(10_000), () =>
  connection.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name },
    taskQueueType: proto.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  }),
)
await connection.close()
const oldest = machineClock().getTime() / 1000 - 120
const heard = pollers.some(
  ({ identity, lastAccessTime }) =>
    identity?.endsWith(`@${hostname()}`) === true && Number(lastAccessTime?.seconds ?? 0) > oldest,
)
process.exit(heard ? 0 : 1)
