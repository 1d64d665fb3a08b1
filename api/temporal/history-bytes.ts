import proto from '@temporalio/proto'
import { inCanonicalOrder } from '../../reconciliation/canonical-order.js'
import { defined } from '../../domain/values/defined.js'

const { History } = proto.temporal.api.history.v1
const { GetWorkflowExecutionHistoryResponse, WorkflowService } = proto.temporal.api.workflowservice.v1
type WorkflowService = proto.temporal.api.workflowservice.v1.WorkflowService
type History = proto.temporal.api.history.v1.IHistory

/** A history as the server gave it out. */
export interface ReadHistory {
  readonly events: readonly proto.temporal.api.history.v1.IHistoryEvent[]
  /** `temporal.api.history.v1.History` in its one encoding. */
  readonly bytes: Uint8Array
  /** Whether those bytes hold all that the server said: a newer one may say what this program has no field for. */
  readonly isWhole: boolean
}

interface Wanted {
  readonly namespace: string
  readonly workflowId: string
  readonly runId: string
  /** Events of one page; left out: as many as the server likes. */
  readonly pageSize?: number
}

/** A history in its one encoding: fields by number, maps by name. Whoever encodes the same history gets the same bytes. */
export const canonicalHistory = (history: History): Uint8Array =>
  History.encode(History.fromObject(inCanonicalOrder(history))).finish()

/** Reads a whole history page by page, and notices what a newer server says that this program would leave out. */
export const readHistory = async (
  workflowService: WorkflowService,
  { namespace, workflowId, runId, pageSize }: Wanted,
): Promise<ReadHistory> => {
  const { service, said } = listeningTo(workflowService)
  const events: proto.temporal.api.history.v1.IHistoryEvent[] = []
  let isWhole = true
  for (let nextPageToken: Uint8Array | null | undefined; ;) {
    const page = await service.getWorkflowExecutionHistory({
      namespace,
      execution: { workflowId, runId },
      ...defined({ maximumPageSize: pageSize, nextPageToken: nextPageToken ? nextPageToken : undefined }),
    })
    // What was decoded has the length of what came, unless something was passed over. The order of maps changes no length.
    isWhole &&= GetWorkflowExecutionHistoryResponse.encode(page).finish().length === said().length
    events.push(...(page.history?.events ?? []))
    nextPageToken = page.nextPageToken
    if (!nextPageToken?.length) return { events, bytes: canonicalHistory({ events }), isWhole }
  }
}

/** The same service, and the bytes of its last answer as they came. */
const listeningTo = (service: WorkflowService) => {
  let last: Uint8Array = new Uint8Array()
  const listening = WorkflowService.create((method, request, callback) =>
    service.rpcImpl?.(method, request, (error, response) => {
      if (response) last = response
      callback(error, response)
    }),
  )
  return { service: listening, said: () => last }
}
