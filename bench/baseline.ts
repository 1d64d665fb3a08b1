import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from '@temporalio/client'
import type { WorkflowHandle } from '@temporalio/client'
import { z } from 'zod'
import { bounded } from '../cli/rehearsal/bounded.js'
import { baselineQueue } from './baseline-queue.js'
import type { Pacing } from './pacing.js'
import type { Stack } from './stack.js'
import { post } from './post.js'
import { bare, held } from './workflows.js'
import type { baseline } from './workflows.js'

/** The raw client against the least workflow, spread over as many workflows as there are bases. */
export interface Baseline {
  /** Runs so many updates and gives what each took, in milliseconds. */
  readonly run: (kind: Kind, block: Pacing & { readonly count: number }) => Promise<number[]>
  readonly workflows: readonly string[]
  /** How many updates of a kind the workflows say they have answered, in all. */
  readonly answered: (kind: Kind) => number
  readonly leave: () => Promise<void>
}
export const kinds = ['written', 'held', 'bare'] as const
export type Kind = (typeof kinds)[number]

/** Starts the workflows of the baselines. */
export const openBaseline = async (
  { connection, namespace, leastApi }: Stack,
  { workflows: many }: { workflows: number },
): Promise<Baseline> => {
  const client = new Client({ connection, namespace })
  const run = randomUUID().slice(0, 8)
  const workflows = Array.from({ length: many }, (_, index) => `baseline/${run}-${index + 1}`)
  const handles = await startAll(client, workflows)
  const highest: Readonly<Record<Kind, Map<string, number>>> = { bare: new Map(), held: new Map(), written: new Map() }
  const agent = new http.Agent({ keepAlive: true })
  const answers = answersOf(leastApi, agent)
  let turn = 0
  return {
    workflows,
    run: async (kind, { count, concurrency, pace }) => {
      const timed = await bounded(Array.from({ length: count }), {
        limit: concurrency,
        work: async () => {
          await pause(pace)
          const handle = handles[turn++ % handles.length]
          if (handle === undefined) throw new RangeError('there is no workflow to ask')
          const since = performance.now()
          const answered = await answers[kind](handle)
          const took = performance.now() - since
          highest[kind].set(handle.workflowId, Math.max(answered, highest[kind].get(handle.workflowId) ?? 0))
          return took
        },
      })
      return [...timed]
    },
    answered: (kind) => [...highest[kind].values()].reduce((sum, count) => sum + count, 0),
    leave: async () => {
      agent.destroy()
      for (const handle of handles) await handle.signal('leave')
    },
  }
}

const startAll = async (client: Client, workflows: readonly string[]): Promise<readonly WorkflowHandle[]> => {
  const begin = { taskQueue: baselineQueue, args: [] satisfies [] }
  for (const workflowId of workflows) await client.workflow.start<typeof baseline>('baseline', { ...begin, workflowId })
  return workflows.map((workflowId) => client.workflow.getHandle(workflowId))
}

/** How each kind is sent; all answer how many of their kind the workflow has had. */
const answersOf = (
  leastApi: string,
  agent: http.Agent,
): Readonly<Record<Kind, (handle: WorkflowHandle) => Promise<number>>> => ({
  bare: (handle) => handle.executeUpdate<number, []>(bare, { updateId: randomUUID() }),
  held: (handle) => handle.executeUpdate<number, []>(held, { updateId: randomUUID() }),
  written: async ({ workflowId }) => {
    const { status, text } = await post(new URL(encodeURIComponent(workflowId), leastApi), { agent, body: '{}' })
    if (status !== 200) throw new Error(`the least API answered with ${status}: ${text}`)
    return z.object({ answered: z.number() }).parse(JSON.parse(text)).answered
  },
})
