import type { Client } from '@temporalio/client'
import { WithStartWorkflowOperation } from '@temporalio/client'
import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/common'
import type { Delivery, Parcel } from './parcel.js'
import { workflowTaskTimeout, type Accepted } from '../../workflows/messages.js'

/** Sends a parcel once and waits for its outcome; throws whatever the client throws. */
export const sendOnce = async (
  client: Client,
  { parcel, id, taskQueue }: { parcel: Parcel; id: string; taskQueue: string },
): Promise<Delivery> => {
  const options = { args: [parcel.command] satisfies [Parcel['command']], updateId: id }
  if (parcel.start === undefined) {
    const handle = client.workflow.getHandle(parcel.workflow)
    const accepted = await handle.executeUpdate<Accepted, [Parcel['command']]>(parcel.update, options)
    return { kind: 'accepted', accepted }
  }
  const startWorkflowOperation = starting(parcel.start, { workflowId: parcel.workflow, taskQueue })
  const accepted = await client.workflow.executeUpdateWithStart<Begin, Accepted, [Parcel['command']]>(parcel.update, {
    ...options,
    startWorkflowOperation,
  })
  return { kind: 'accepted', accepted }
}

type Begin = (input: NonNullable<Parcel['start']>['input']) => Promise<unknown>

/**
 * Begins the workflow, or joins the one that runs. The id of one that has ended may begin again, because a refused
 * nomination ends its workflow at once; that no base has two lives is held by the ledger and the database.
 */
const starting = (
  { type, input, summary }: NonNullable<Parcel['start']>,
  { workflowId, taskQueue }: { workflowId: string; taskQueue: string },
): WithStartWorkflowOperation<Begin> =>
  new WithStartWorkflowOperation<Begin>(type, {
    workflowId,
    taskQueue,
    args: [input],
    staticSummary: summary,
    workflowTaskTimeout,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
    workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
  })
