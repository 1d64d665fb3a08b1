import { Client, Connection } from '@temporalio/client'
import type { TemporalGreeting } from '../../config/temporal-reach.js'
import { deadlineIn } from '../../clock/machine-clock.js'
import { catchUp } from '../../workflows/messages.js'
import { senderSeal } from '../../db/seals/sender-seal.js'
import { answerPatienceMs, connectPatienceMs } from '../limits.js'
import { actingAs, actorInterceptor } from './actor-header.js'
import { deliveryOf } from './delivery-failure.js'
import type { FailedDelivery } from './delivery-failure.js'
import type { Delivery, Parcel, SentBy } from './parcel.js'
import { createPollers } from './pollers.js'
import type { Pollers } from './pollers.js'
import { createRunHistories } from './run-histories.js'
import type { RunHistories } from './run-histories.js'
import { sendOnce } from './send-once.js'
import { createClocks } from './workflow-clock.js'
import type { WorkflowClocks } from './workflow-clock.js'
import { createWorkflowStates } from './workflow-states.js'
import type { WorkflowStates } from './workflow-states.js'
import { defined } from '../../domain/values/defined.js'

/** The way to the workflows. Tests of the edge give a double of this; journeys use the real one. */
export interface TemporalDoor extends WorkflowClocks, RunHistories, WorkflowStates, Pollers {
  /** Sends a command in the name of `actor`. The command's own id is the update id: sent twice, it counts once. */
  readonly send: (parcel: Parcel, from: SentBy) => Promise<Delivery>
  /** Has a workflow take over what its ledger has and it does not know; nothing comes back. */
  readonly catchUp: (place: Pick<Parcel, 'namespace' | 'workflow'>) => Promise<void>
  readonly isReachable: () => Promise<boolean>
  readonly close: () => Promise<void>
}

/**
 * A lazy connection: the API starts, and answers what it can, while Temporal is away. The SDK's own retries are left
 * out, because they would hide whether a command has ever left; `patiently` takes their place.
 */
export const openTemporalDoor = ({ address, greeting = {}, taskQueue }: Way): TemporalDoor => {
  const connection = Connection.lazy({ address, ...greeting, interceptors: [], channelArgs })
  const clients = new Map<string, Client>()
  const clientOf = (namespace: string): Client => {
    const client = clients.get(namespace) ?? new Client({ connection, namespace, interceptors })
    clients.set(namespace, client)
    return client
  }
  return {
    ...createClocks(connection),
    ...createRunHistories(clientOf),
    ...createPollers(connection, taskQueue),
    ...createWorkflowStates(connection),
    send: (parcel, { id, actor, note }) => {
      const client = clientOf(parcel.namespace)
      const seal = senderSeal({ ...parcel, id, actor, note })
      const acting = { ...actor, ...defined({ note }), seal }
      return patiently((until) =>
        actingAs(acting, () => client.withDeadline(until, () => sendOnce(client, { parcel, id, taskQueue }))),
      )
    },
    catchUp: ({ namespace, workflow }) =>
      connection.withDeadline(deadlineIn(connectPatienceMs), () =>
        clientOf(namespace).workflow.getHandle(workflow).signal(catchUp),
      ),
    isReachable: () => isHealthy(connection),
    close: () => connection.close(),
  }
}

interface Way {
  readonly address: string
  readonly greeting?: TemporalGreeting
  readonly taskQueue: string
}

const interceptors = { workflow: [actorInterceptor] }
/** A server that comes back is found within two seconds; the library's own limit is two minutes. */
const channelArgs = { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2_000 }
/** The first pause; each one after it is twice as long. */
const firstPauseMs = 25

/** Tries until there is an outcome or patience ends: two seconds where nothing is taken, eight without an answer. */
const patiently = async (attempt: (until: number) => Promise<Delivery>): Promise<Delivery> => {
  const [until, began] = [deadlineIn(answerPatienceMs), performance.now()]
  let mayHaveLeft = false
  for (let pauseMs = firstPauseMs; ; pauseMs *= 2) {
    const delivery = await attempt(until).catch(deliveryOf)
    if (!isFailed(delivery)) return delivery
    mayHaveLeft ||= delivery.kind === 'unanswered'
    const patienceMs = refusedAtOnce.has(delivery.kind) ? connectPatienceMs : answerPatienceMs
    const isOver = performance.now() - began + pauseMs >= patienceMs
    if (!delivery.again || isOver) return { kind: mayHaveLeft ? 'unanswered' : delivery.kind }
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

/** Nothing was taken, and waiting longer only keeps a person waiting. */
const refusedAtOnce: ReadonlySet<string> = new Set(['unsent', 'not_ready'])

const isFailed = (delivery: Delivery | FailedDelivery): delivery is FailedDelivery => 'again' in delivery

const isHealthy = (connection: Connection): Promise<boolean> => {
  const service = 'temporal.api.workflowservice.v1.WorkflowService'
  return connection
    .withDeadline(deadlineIn(connectPatienceMs), () => connection.healthService.check({ service }))
    .then(
      ({ status }) => Number(status) === serving,
      () => false,
    )
}

/** grpc.health.v1: SERVING. */
const serving = 1
