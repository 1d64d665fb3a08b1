import { Client } from '@temporalio/client'
import { bounded } from '../cli/rehearsal/bounded.js'
import type { Stack } from './stack.js'

/** What the histories of some workflows hold, in all: a decision should be one workflow task, one marker and no timer. */
export interface HistoryShape {
  readonly events: number
  readonly updates: number
  readonly workflowTasks: number
  readonly markers: number
  readonly timers: number
  readonly activities: number
}

/** Counts the events in the histories of these workflows; of a continued one its last run. */
export const shapeOf = async (
  { connection, namespace }: Stack,
  workflows: readonly string[],
): Promise<HistoryShape> => {
  const client = new Client({ connection, namespace })
  const kinds = await bounded(workflows, {
    limit: 4,
    work: async (id) => {
      const { events } = await client.workflow.getHandle(id).fetchHistory()
      return (events ?? []).map((event) => Object.keys(event).find((key) => key.endsWith('EventAttributes')) ?? '')
    },
  })
  const all = kinds.flat()
  const count = (kind: string): number => all.filter((one) => one === `${kind}EventAttributes`).length
  return {
    events: all.length,
    updates: count('workflowExecutionUpdateCompleted'),
    workflowTasks: count('workflowTaskCompleted'),
    markers: count('markerRecorded'),
    timers: count('timerStarted'),
    activities: count('activityTaskScheduled'),
  }
}
