import { condition, defineSignal, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow'

/** An update that does nothing: what Temporal itself takes for a yes. */
export const bare = defineUpdate<number>('bare')
/** An update that holds one empty local activity. */
export const held = defineUpdate<number>('held')
/** An update whose local activity commits to the disk: the least a decision can be that is also written down. */
export const written = defineUpdate<number>('written')
export const leave = defineSignal('leave')

const { nothing, commit } = proxyLocalActivities<{ nothing: () => Promise<void>; commit: () => Promise<void> }>({
  startToCloseTimeout: '10 seconds',
})

/** Answers updates until it is told to leave; each answer is how many of its kind there were, to prove the work was done. */
export async function baseline(): Promise<void> {
  let bares = 0
  let helds = 0
  let writtens = 0
  let isLeaving = false
  setHandler(bare, () => (bares += 1))
  setHandler(held, async () => {
    await nothing()
    return (helds += 1)
  })
  setHandler(written, async () => {
    await commit()
    return (writtens += 1)
  })
  setHandler(leave, () => void (isLeaving = true))
  await condition(() => isLeaving)
}
