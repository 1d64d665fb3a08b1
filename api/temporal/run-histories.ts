import type { Client } from '@temporalio/client'
import { WorkflowNotFoundError } from '@temporalio/client'
import proto from '@temporalio/proto'
import { workflowIdOf, type ProgrammeId } from '../../domain/ids.js'
import { listedRuns, listedStreams } from '../../reconciliation/listed-streams.js'
import { haveStreams } from '../../workflows/messages.js'
import { readHistory } from './history-bytes.js'
import { isNotFound } from './workflow-clock.js'

/** The history of one run, as the server gives it out. */
export interface RunHistory {
  readonly run: string
  /** `temporal.api.history.v1.History`, in the one binary form that the same history always has. */
  readonly bytes: Uint8Array
  /** Whether those bytes are all the server said of it: a newer server may say what this program would leave out. */
  readonly isWhole: boolean
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
  /** The runs of a stream's workflow that the server lists, in any order; it lists a new one a moment late. */
  readonly runsOf: (place: { readonly namespace: string; readonly stream: string }) => Promise<readonly string[]>
  /** The streams of a programme whose workflow the server lists, each once. */
  readonly streamsOf: (place: {
    readonly namespace: string
    readonly programme: ProgrammeId
  }) => Promise<readonly string[]>
}

/** Histories of workflow runs, read over the clients of their namespaces. */
export const createRunHistories = (clientOf: (namespace: string) => Client): RunHistories => ({
  historyOf: async ({ namespace, stream, run }) => {
    const { workflow } = clientOf(namespace)
    try {
      const id = workflowIdOf(stream)
      const runId = run ?? (await workflow.getHandle(id).describe()).runId
      const { events, bytes, isWhole } = await readHistory(clientOf(namespace).workflowService, {
        namespace,
        workflowId: id,
        runId,
      })
      const started = events[0]?.workflowExecutionStartedEventAttributes
      return {
        run: runId,
        events: events.length,
        continues: started?.continuedExecutionRunId || undefined,
        bytes,
        isWhole,
        ended: endings.has(Number(events.at(-1)?.eventType)),
      }
    } catch (error) {
      // `describe` says it in the library's words, the reading of a history in the server's own.
      if (error instanceof WorkflowNotFoundError || isNotFound(error)) return undefined
      throw error
    }
  },
  runsOf: async ({ namespace, stream }) =>
    await listedRuns(clientOf(namespace).workflow.list({ query: `WorkflowId = '${workflowIdOf(stream)}'` })),
  streamsOf: async ({ namespace, programme }) =>
    await listedStreams(clientOf(namespace).workflow.list({ query: haveStreams }), programme),
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
