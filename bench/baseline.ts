import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from '@temporalio/client'
import { bounded } from '../cli/rehearsal/bounded.js'
import { baselineQueue } from './baseline-queue.js'
import type { Pacing } from './pacing.js'
import type { Stack } from './stack.js'
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
export type Kind = 'bare' | 'held'

/** Starts the workflows of the baselines. */
export const openBaseline = async (
  { connection, namespace }: Stack,
  { workflows: many }: { workflows: number },
): Promise<Baseline> => {
  const client = new Client({ connection, namespace })
  const run = randomUUID().slice(0, 8)
  const workflows = Array.from({ length: many }, (_, index) => `baseline/${run}-${index + 1}`)
  const begin = { taskQueue: baselineQueue, args: [] satisfies [] }
  for (const workflowId of workflows) await client.workflow.start<typeof baseline>('baseline', { ...begin, workflowId })
  const handles = workflows.map((workflowId) => client.workflow.getHandle(workflowId))
  const highest = { bare: new Map<string, number>(), held: new Map<string, number>() }
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
          const answered = await handle.executeUpdate<number, []>(updates[kind], { updateId: randomUUID() })
          const took = performance.now() - since
          highest[kind].set(handle.workflowId, Math.max(answered, highest[kind].get(handle.workflowId) ?? 0))
          return took
        },
      })
      return [...timed]
    },
    answered: (kind) => [...highest[kind].values()].reduce((sum, count) => sum + count, 0),
    leave: async () => {
      for (const handle of handles) await handle.signal('leave')
    },
  }
}

const updates = { bare, held }
