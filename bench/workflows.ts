import { condition, defineSignal, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow'

/** An update that does nothing: what Temporal itself takes for a yes. */
export const bare = defineUpdate<number>('bare')
/** An update that holds one empty local activity: the least a decision that is written down can be. */
export const held = defineUpdate<number>('held')
export const leave = defineSignal('leave')

const { nothing } = proxyLocalActivities<{ nothing: () => Promise<void> }>({ startToCloseTimeout: '10 seconds' })

/** Answers updates until it is told to leave; each answer is how many of its kind there were, to prove the work was done. */
export async function baseline(): Promise<void> {
  let bares = 0
  let helds = 0
  let isLeaving = false
  setHandler(bare, () => (bares += 1))
  setHandler(held, async () => {
    await nothing()
    return (helds += 1)
  })
  setHandler(leave, () => void (isLeaving = true))
  await condition(() => isLeaving)
}
