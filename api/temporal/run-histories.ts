import type { Client } from '@temporalio/client'
import { WorkflowNotFoundError } from '@temporalio/client'
import proto from '@temporalio/proto'
import { workflowIdOf } from '../../domain/ids.js'
import { isNotFound } from './workflow-clock.js'

/** The history of one run, as the server gives it out. */
export interface RunHistory {
  readonly run: string
  /** `temporal.api.history.v1.History`, in binary form. */
  readonly bytes: Uint8Array
  readonly events: number
  /** Whether the run has ended, so that nothing will be added. */
  readonly ended: boolean
  /** The run of the same workflow that it continues, if it does. */
  readonly continues: string | undefined
}

export interface RunHistories {
  /** A run of a stream's workflow, or without `run` the latest; undefined when the server no longer has it. */
  readonly historyOf: (place: {
    readonly namespace: string
    readonly stream: string
    readonly run?: string
  }) => Promise<RunHistory | undefined>
}

/** Histories of workflow runs, read over the clients of their namespaces. */
export const createRunHistories = (clientOf: (namespace: string) => Client): RunHistories => ({
  historyOf: async ({ namespace, stream, run }) => {
    const { workflow } = clientOf(namespace)
    try {
      const id = workflowIdOf(stream)
      const runId = run ?? (await workflow.getHandle(id).describe()).runId
      const history = await workflow.getHandle(id, runId).fetchHistory()
      const { events = [] } = history
      const started = events?.[0]?.workflowExecutionStartedEventAttributes
      return {
        ...{ run: runId, events: events?.length ?? 0, continues: started?.continuedExecutionRunId || undefined },
        bytes: proto.temporal.api.history.v1.History.encode(history).finish(),
        ended: endings.has(Number(events?.at(-1)?.eventType)),
      }
    } catch (error) {
      // `describe` says it in the library's words, `fetchHistory` in the server's own.
      if (error instanceof WorkflowNotFoundError || isNotFound(error)) return undefined
      throw error
    }
  },
})

const { EventType: type } = proto.temporal.api.enums.v1
/** The events with which a run ends. */
const endings = new Set(
  [
    type.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED,
    type.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED,
    type.EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT,
    type.EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED,
    type.EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED,
    type.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW,
  ].map(Number),
)
