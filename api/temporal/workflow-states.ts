import type { Connection } from '@temporalio/client'
import { optionalTsToDate } from '@temporalio/common/lib/time.js'
import proto from '@temporalio/proto'
import { deadlineIn } from '../../clock/machine-clock.js'
import type { Instant } from '../../domain/ids.js'
import { streamOfWorkflow } from '../../domain/ids.js'
import { headIn } from '../../reconciliation/head-in.js'
import { haveStreams } from '../../workflows/messages.js'
import { isNotFound } from './workflow-clock.js'
import type { WorkflowPlace } from './workflow-clock.js'
import { defined } from '../../domain/values/defined.js'

/** The task a workflow has in hand, or that waits for a worker. */
export interface TaskInHand {
  readonly attempt: number
  readonly isStarted: boolean
  readonly scheduledAt: Instant | null
  /** When the first of these tasks was scheduled, where a long one is prolonged again and again. */
  readonly since: Instant | null
}

/** An ordinary activity that has not come to its end. */
export interface ActivityInHand {
  readonly id: string
  readonly name: string
  readonly attempt: number
  readonly since: Instant | null
  /** The first words of its last failure. */
  readonly failure: string | null
}

/** How a workflow stands, as the server keeps it: no worker is woken for it. */
export interface WorkflowState {
  readonly isRunning: boolean
  /** How it ended; `running` while it runs. */
  readonly status: string
  readonly endedAt: Instant | null
  readonly task: TaskInHand | undefined
  readonly activities: readonly ActivityInHand[]
}

/** What the end of a history says. */
export interface HistoryEnd {
  /** The last entry of the ledger that the run knows; undefined where its history does not say. */
  readonly head: number | undefined
  /** The last failure of a task since the last one that went well. */
  readonly failure: { readonly at: Instant | null; readonly says: string } | undefined
}

export interface WorkflowStates {
  /** How a workflow stands; undefined where the server has none of that id. */
  readonly stateOf: (place: WorkflowPlace) => Promise<WorkflowState | undefined>
  /** What the latest run's history ends with, read backwards as far as needed; undefined where there is none. */
  readonly historyEnd: (place: WorkflowPlace) => Promise<HistoryEnd | undefined>
  /** The streams of a namespace whose workflow has run for some time by now. */
  readonly runningSince: (place: { readonly namespace: string; readonly before: Instant }) => Promise<readonly string[]>
  /** Has an activity that fails tried again now, as for the first time. */
  readonly resetActivity: (place: WorkflowPlace, activity: string) => Promise<void>
}

/** How workflows stand, asked of the server each time over the connection. */
export const createWorkflowStates = (connection: Connection): WorkflowStates => ({
  stateOf: (place) => patiently(connection, () => describe(connection, place)),
  historyEnd: (place) => patiently(connection, () => readEnd(connection, place)),
  runningSince: (place) => patiently(connection, () => listRunning(connection, place)),
  resetActivity: ({ namespace, workflow }, id) =>
    patiently(connection, async () => {
      await connection.workflowService.resetActivity({ namespace, execution: { workflowId: workflow }, id })
    }),
})

const listRunning = async (
  connection: Connection,
  { namespace, before }: { readonly namespace: string; readonly before: Instant },
): Promise<readonly string[]> => {
  const query = `${haveStreams} and ExecutionStatus = 'Running' and StartTime < '${before}'`
  const streams: string[] = []
  for (let nextPageToken: Uint8Array | undefined; ;) {
    const page = await connection.workflowService.listWorkflowExecutions({
      namespace,
      query,
      ...defined({ nextPageToken }),
    })
    streams.push(...page.executions.flatMap(({ execution }) => streamOfWorkflow(execution?.workflowId ?? '') ?? []))
    if (page.nextPageToken.length === 0) return streams
    nextPageToken = page.nextPageToken
  }
}

const patienceMs = 10_000
const patiently = async <T>(connection: Connection, call: () => Promise<T>): Promise<T> =>
  await connection.withDeadline(deadlineIn(patienceMs), call)

const { WorkflowExecutionStatus: workflowStatus, PendingWorkflowTaskState: taskState } = proto.temporal.api.enums.v1

const unlessNotFound = async <T>(call: Promise<T>): Promise<T | undefined> =>
  await call.catch((error: unknown) => {
    if (isNotFound(error)) return undefined
    throw error
  })

const describe = async (
  connection: Connection,
  { namespace, workflow }: WorkflowPlace,
): Promise<WorkflowState | undefined> => {
  const execution = { workflowId: workflow }
  const described = await unlessNotFound(connection.workflowService.describeWorkflowExecution({ namespace, execution }))
  if (described === undefined) return undefined
  const { workflowExecutionInfo: info, pendingWorkflowTask: task, pendingActivities } = described
  const status = Number(info?.status)
  return {
    isRunning: status === Number(workflowStatus.WORKFLOW_EXECUTION_STATUS_RUNNING),
    status: statusName(status),
    endedAt: instantOf(info?.closeTime),
    task: task === null || task === undefined ? undefined : inHand(task),
    activities: pendingActivities.map(activityInHand),
  }
}

const statusName = (status: number): string =>
  (workflowStatus[status] ?? 'unknown').replace('WORKFLOW_EXECUTION_STATUS_', '').toLowerCase()

type Time = Parameters<typeof optionalTsToDate>[0]
const instantOf = (time: Time): Instant | null => optionalTsToDate(time)?.toISOString() ?? null

type Task = proto.temporal.api.workflow.v1.IPendingWorkflowTaskInfo
const inHand = ({ attempt, state, scheduledTime, originalScheduledTime }: Task): TaskInHand => ({
  attempt: attempt ?? 1,
  isStarted: Number(state) === Number(taskState.PENDING_WORKFLOW_TASK_STATE_STARTED),
  scheduledAt: instantOf(scheduledTime),
  since: instantOf(originalScheduledTime ?? scheduledTime),
})

type Activity = proto.temporal.api.workflow.v1.IPendingActivityInfo
const activityInHand = ({
  activityId,
  activityType,
  attempt,
  scheduledTime,
  lastFailure,
}: Activity): ActivityInHand => ({
  id: activityId ?? '',
  name: activityType?.name ?? '',
  attempt: attempt ?? 1,
  since: instantOf(scheduledTime),
  failure: lastFailure?.message ?? null,
})

/** Events of one page of a history read backwards: one answers nearly every question. */
const pageSize = 50

type History = proto.temporal.api.history.v1.IHistoryEvent

const readEnd = async (
  connection: Connection,
  { namespace, workflow }: WorkflowPlace,
): Promise<HistoryEnd | undefined> => {
  let nextPageToken: Uint8Array | undefined
  let failure: HistoryEnd['failure']
  let isSettled = false
  do {
    const page = await unlessNotFound(
      connection.workflowService.getWorkflowExecutionHistoryReverse({
        namespace,
        execution: { workflowId: workflow },
        maximumPageSize: pageSize,
        ...defined({ nextPageToken }),
      }),
    )
    if (page === undefined) return undefined
    for (const event of page.history?.events ?? []) {
      if (!isSettled) failure ??= failureIn(event)
      isSettled ||= Boolean(event.workflowTaskCompletedEventAttributes)
      const head = headIn(event, readJson)
      if (head !== undefined) return { head, failure }
    }
    nextPageToken = page.nextPageToken.length === 0 ? undefined : page.nextPageToken
  } while (nextPageToken !== undefined)
  return { head: undefined, failure }
}

const readJson = (data: Uint8Array): unknown => JSON.parse(Buffer.from(data).toString())

const failureIn = ({ eventTime, workflowTaskFailedEventAttributes: failed }: History): HistoryEnd['failure'] =>
  failed ? { at: instantOf(eventTime), says: failed.failure?.message ?? 'it failed without a word' } : undefined
