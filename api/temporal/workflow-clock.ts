import type { Connection } from '@temporalio/client'
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js'
import proto from '@temporalio/proto'
import { deadlineIn, now } from '../../clock/machine-clock.js'
import type { Instant } from '../../domain/ids.js'

/** One workflow, by its namespace and id. */
export interface WorkflowPlace {
  readonly namespace: string
  readonly workflow: string
}

/** What can be asked of, and done to, a workflow's own clock. */
export interface WorkflowClocks {
  /** The workflow's own time, as the server keeps it; undefined when no such workflow is running. */
  readonly clockOf: (place: WorkflowPlace) => Promise<Instant | undefined>
  /** Moves one workflow `byMs` ahead of its own time and says what came of it, within `patienceMs`. */
  readonly fastForward: (
    place: WorkflowPlace,
    move: { byMs: number; id: string; patienceMs: number },
  ) => Promise<'arrived' | 'ended' | 'not_yet'>
}

/**
 * Clocks by time skipping on server 1.32 or newer, in a namespace where it is allowed. The server is asked for the time
 * each time: nothing here remembers an offset that could be wrong after a restart or a continue-as-new.
 */
export const createClocks = (connection: Connection): WorkflowClocks => ({
  clockOf: (place) => connection.withDeadline(deadlineIn(patienceOfACallMs), () => askClock(connection, place)),
  fastForward: async (place, { byMs, id, patienceMs }) => {
    const [until, began] = [deadlineIn(patienceMs), performance.now()]
    await connection.withDeadline(until, () => setForward(connection, { ...place, byMs, id }))
    while (performance.now() - began < patienceMs) {
      const result = await connection.withDeadline(until, () => poll(connection, { ...place, id }))
      if (result === polled.arrived) return 'arrived'
      if (result !== polled.notYet) return 'ended'
    }
    return 'not_yet'
  },
})

const patienceOfACallMs = 5_000
const { FastForwardPollingResult: result, WorkflowExecutionStatus: workflowStatus } = proto.temporal.api.enums.v1
const polled = {
  arrived: Number(result.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED),
  notYet: Number(result.FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT),
}

const askClock = async (
  connection: Connection,
  { namespace, workflow }: WorkflowPlace,
): Promise<Instant | undefined> => {
  const execution = { workflowId: workflow }
  const described = await connection.workflowService
    .describeWorkflowExecution({ namespace, execution })
    .catch((error: unknown) => {
      if (isNotFound(error)) return undefined
      throw error
    })
  const status = Number(described?.workflowExecutionInfo?.status)
  const isRunning = status === Number(workflowStatus.WORKFLOW_EXECUTION_STATUS_RUNNING)
  if (!isRunning) return undefined
  // A workflow whose time was never skipped has no time of its own: it goes with the wall clock.
  const time = described?.workflowExtendedInfo?.timeSkippingInfo?.currentTime
  return time === null || time === undefined ? now() : new Date(tsToMs(time)).toISOString()
}

const setForward = async (
  connection: Connection,
  { namespace, workflow, byMs, id }: WorkflowPlace & { byMs: number; id: string },
): Promise<void> => {
  await connection.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution: { workflowId: workflow },
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration: msToTs(byMs) } },
    },
    updateMask: { paths: ['time_skipping_config'] },
  })
}

const poll = async (
  connection: Connection,
  { namespace, workflow, id }: WorkflowPlace & { id: string },
): Promise<number> => {
  const answer = await connection.workflowService.pollWorkflowExecutionTimeSkipping({
    namespace,
    workflowExecution: { workflowId: workflow },
    fastForwardId: id,
  })
  return answer.fastForwardPollingResult ?? 0
}

/** Whether the server said that there is no such thing (gRPC status 5). */
export const isNotFound = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 5
