import { Client, Connection, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client'
import type { ScheduleOptions } from '@temporalio/client'
import type { TemporalGreeting } from '../../config/temporal-reach.js'
import { workflowTypes } from '../../domain/workflow-names.js'

/** The schedule of a namespace, by which the two witnesses are compared. */
export const reconciliationSchedule = 'reconciliation'

interface Place {
  readonly address: string
  readonly greeting?: TemporalGreeting
  readonly namespace: string
  readonly taskQueue: string
}

/**
 * Sees to it that ledger and histories are compared every hour in a namespace. A round that is still under way keeps the
 * next from beginning; rounds that were missed while nothing ran are not made up for, because one says all.
 */
export const compareHourly = async ({ address, greeting, namespace, taskQueue }: Place): Promise<void> => {
  const connection = await Connection.connect({ address, ...greeting })
  try {
    const { schedule } = new Client({ connection, namespace })
    const wanted = hourly(taskQueue)
    await schedule.create(wanted).catch(async (error: unknown) => {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error
      // Another worker made it, perhaps one of yesterday's program: it is brought to what is wanted today.
      await schedule.getHandle(wanted.scheduleId).update((found) => ({ ...found, ...wanted }))
    })
  } finally {
    await connection.close()
  }
}

const hourly = (taskQueue: string) =>
  ({
    scheduleId: reconciliationSchedule,
    spec: { intervals: [{ every: '1 hour' }] },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '10 minutes' },
    action: {
      type: 'startWorkflow',
      workflowType: workflowTypes.reconciliation,
      workflowId: 'reconciliation',
      taskQueue,
      args: [],
    },
  }) satisfies ScheduleOptions
