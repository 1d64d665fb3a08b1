import { randomUUID } from 'node:crypto'
import type { Client } from '@temporalio/client'
import { defaultPayloadConverter } from '@temporalio/common'
import proto from '@temporalio/proto'
import { now } from '../../clock/machine-clock.js'

const { CommandType } = proto.temporal.api.enums.v1
type Command = proto.temporal.api.command.v1.ICommand

interface Forged {
  readonly client: Client
  readonly workflowId: string
  readonly type: string
  readonly input: object
  readonly commands: readonly Command[]
}

/**
 * Starts a workflow under the id of another, which is ended if it runs, on a queue of its own, and answers its first task as a worker
 * would: whoever reaches the server can.
 */
export const answerAs = async ({ client, workflowId, type, input, commands }: Forged): Promise<void> => {
  const { namespace } = client.options
  const taskQueue = randomUUID()
  await client.workflow
    .getHandle(workflowId)
    .terminate('harm')
    .catch(() => undefined)
  await client.workflow.start(type, { workflowId, taskQueue, args: [input] })
  const { workflowService: service } = client
  const task = () =>
    client.connection.withDeadline(Date.parse(now()) + 20_000, () =>
      service.pollWorkflowTaskQueue({ namespace, taskQueue: { name: taskQueue }, identity: 'harm' }),
    )
  const { taskToken } = await task()
  await service.respondWorkflowTaskCompleted({ namespace, taskToken, identity: 'harm', commands: [...commands] })
  // The next task comes when a signal has reached whom it was for.
  if (commands.some(({ commandType }) => commandType === signals)) await task()
}

const signals = CommandType.COMMAND_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION

/** Tells another workflow something. */
export const signalTo = (workflowId: string, { name, content }: { name: string; content: object }): Command => ({
  commandType: signals,
  signalExternalWorkflowExecutionCommandAttributes: {
    namespace: 'cornerstone',
    execution: { workflowId },
    signalName: name,
    input: payloadsOf(content),
  },
})

/** Goes on as a new run, with whatever input, in a queue that no worker asks. */
export const goOnWith = (type: string, input: object): Command => ({
  commandType: CommandType.COMMAND_TYPE_CONTINUE_AS_NEW_WORKFLOW_EXECUTION,
  continueAsNewWorkflowExecutionCommandAttributes: {
    workflowType: { name: type },
    taskQueue: { name: 'nobody' },
    input: payloadsOf(input),
  },
})

const payloadsOf = (value: object) => ({ payloads: [defaultPayloadConverter.toPayload(value)] })
