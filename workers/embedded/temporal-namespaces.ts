import { randomUUID } from 'node:crypto'
import { Connection } from '@temporalio/client'
import type { Client } from '@temporalio/client'
import { msToTs } from '@temporalio/common/lib/time.js'
import proto from '@temporalio/proto'
import { deadlineIn } from '../../clock/machine-clock.js'

type Service = Client['workflowService']

/** The oldest server whose time can be bent for one workflow; older ones ignore the request silently. */
export const oldestServer = '1.32.0'

/** How long the server keeps the history of a workflow that has ended. */
const retention = '90d'

/** The version of the server at that address, or undefined when nobody answers there within `patienceMs`. */
export async function serverVersion(address: string, patienceMs = 2_000): Promise<string | undefined> {
  return await withService(address, async (service, connection) => {
    const info = await connection.withDeadline(deadlineIn(patienceMs), () => service.getSystemInfo({}))
    return info.serverVersion ?? ''
  }).catch(() => undefined)
}

/** Whether a version, such as "1.32.1", is one in which rehearsals work. */
export function isRecentEnough(version: string): boolean {
  const numbers = (text: string) => text.split('.').map((part) => Number.parseInt(part, 10) || 0)
  const [major = 0, minor = 0] = numbers(version)
  const [oldMajor = 0, oldMinor = 0] = numbers(oldestServer)
  return major > oldMajor || (major === oldMajor && minor >= oldMinor)
}

/** Makes the namespaces that are missing and returns once each of them takes work. */
export async function ensureNamespaces(address: string, namespaces: readonly string[]): Promise<void> {
  await withService(address, async (service, connection) => {
    for (const namespace of namespaces) {
      await untilItWorks(() => connection.withDeadline(deadlineIn(5_000), () => registerOnce(service, namespace)))
    }
    for (const namespace of namespaces) {
      await untilItWorks(() =>
        connection.withDeadline(deadlineIn(5_000), () => service.countWorkflowExecutions({ namespace })),
      )
    }
  })
}

/**
 * Whether time can really be skipped in that namespace, proved on a workflow of one timer of a day that this function
 * drives by itself, without a worker. It leaves only a finished workflow behind.
 */
export async function skipsTime(address: string, namespace: string): Promise<boolean> {
  return await withService(address, async (service, connection) => {
    const workflowId = `skip-check/${randomUUID()}`
    const place = { namespace, taskQueue: { name: workflowId } }
    const within = <T>(ms: number, call: () => Promise<T>) => connection.withDeadline(deadlineIn(ms), call)
    const nextTask = () => within(5_000, () => service.pollWorkflowTaskQueue({ ...place, identity: 'skip-check' }))
    await within(5_000, () =>
      service.startWorkflowExecution({
        ...place,
        workflowId,
        workflowType: { name: 'skipCheck' },
        requestId: workflowId,
      }),
    )
    try {
      const first = await nextTask()
      await service.respondWorkflowTaskCompleted({ namespace, taskToken: first.taskToken, commands: [timerOfADay] })
      await within(5_000, () => service.updateWorkflowExecutionOptions(skipOfADay(namespace, workflowId)))
      const second = await nextTask()
      return second.taskToken.length > 0
    } catch {
      return false
    } finally {
      await within(5_000, () =>
        service.terminateWorkflowExecution({ namespace, workflowExecution: { workflowId }, reason: 'check done' }),
      )
    }
  })
}

const timerOfADay = {
  commandType: proto.temporal.api.enums.v1.CommandType.COMMAND_TYPE_START_TIMER,
  startTimerCommandAttributes: { timerId: 'day', startToFireTimeout: msToTs('24h') },
}

const skipOfADay = (namespace: string, workflowId: string) => ({
  namespace,
  workflowExecution: { workflowId },
  workflowExecutionOptions: {
    timeSkippingConfig: { enabled: true, fastForwardConfig: { id: randomUUID(), duration: msToTs('25h') } },
  },
  updateMask: { paths: ['time_skipping_config'] },
})

async function registerOnce(service: Service, namespace: string): Promise<void> {
  const known = await service.describeNamespace({ namespace }).catch(() => undefined)
  if (known !== undefined) return
  await service
    .registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs(retention) })
    .catch((error: unknown) => {
      if (!String(error).includes('already')) throw error
    })
}

async function untilItWorks(call: () => Promise<unknown>, patienceMs = 30_000): Promise<void> {
  const end = performance.now() + patienceMs
  for (;;) {
    try {
      await call()
      return
    } catch (error) {
      if (performance.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }
}

async function withService<T>(
  address: string,
  use: (service: Service, connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = Connection.lazy({ address })
  try {
    return await use(connection.workflowService, connection)
  } finally {
    await connection.close()
  }
}
