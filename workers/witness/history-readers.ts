import { Client, isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client'
import proto from '@temporalio/proto'
import type { NativeConnection } from '@temporalio/worker'
import type { HistoryReaders } from '../../db/reads/testimony.js'
import { soundBytes, type DocumentStore } from '../../documents/document-store.js'
import type { ExhibitStore } from '../../exhibits/exhibit-store.js'
import { liesWhole } from '../../exhibits/whole-file.js'
import { defined } from '../../domain/values/defined.js'
import type { ExhibitAtRest } from '../../db/reads/kept-documents.js'
import { isRunId, workflowIdOf } from '../../domain/ids.js'
import { factsOf } from '../../reconciliation/facts-of.js'
import { listedRuns, listedStreams } from '../../reconciliation/listed-streams.js'
import { actorHeader, haveStreams } from '../../workflows/messages.js'

/** How the worker reads the payloads of a history. */
export const reading = { read: (data: Uint8Array): unknown => JSON.parse(Buffer.from(data).toString()), actorHeader }

interface Reach {
  readonly connection: NativeConnection
  readonly store: DocumentStore
  /** Where the files of exhibits lie; absent: this worker does not reach them. */
  readonly exhibits?: ExhibitStore | undefined
}

/** Histories as the worker reads them: over its own connection, and from the copies in the document store. */
export const historyReaders = ({ connection, store, exhibits }: Reach): HistoryReaders => ({
  fromServer: async ({ namespace, stream, run }) => {
    if (run !== undefined && !isRunId(run)) return undefined
    const { workflow } = new Client({ connection, namespace })
    const id = workflowIdOf(stream)
    try {
      const runId = run ?? (await workflow.getHandle(id).describe()).runId
      const { events } = await workflow.getHandle(id, runId).fetchHistory()
      return factsOf({ run: runId, events: events ?? [] }, reading)
    } catch (error) {
      if (isGone(error)) return undefined
      throw error
    }
  },
  runsOf: async ({ namespace, stream }) => {
    const { workflow } = new Client({ connection, namespace })
    return await listedRuns(workflow.list({ query: `WorkflowId = '${workflowIdOf(stream)}'` }))
  },
  streamsOf: async ({ namespace, programme }) => {
    const { workflow } = new Client({ connection, namespace })
    return await listedStreams(workflow.list({ query: haveStreams }), programme)
  },
  // Every hour it is looked whether they lie there with their length; the API reads them to their end where it is asked to.
  ...defined({ isThere: exhibits && ((file: ExhibitAtRest) => liesWhole(exhibits, file)) }),
  isSound: async (sha256) => (await soundBytes(store, sha256)) !== undefined,
  fromCopy: async ({ sha256, run }) => {
    const bytes = await soundBytes(store, sha256)
    if (bytes === undefined) return undefined
    return factsOf({ run, events: proto.temporal.api.history.v1.History.decode(bytes).events }, reading)
  },
})

/** Whether the server has no such run: `describe` says it in the library's words, `fetchHistory` in its own (gRPC status 5). */
export const isGone = (error: unknown): boolean =>
  error instanceof WorkflowNotFoundError || (isGrpcServiceError(error) && Number(error.code) === 5)
