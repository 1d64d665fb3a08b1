import { condition, defineUpdate, setHandler } from '@temporalio/workflow'

/** Says how often it was asked, for as long as it is asked. */
export async function counts(): Promise<void> {
  let asked = 0
  setHandler(defineUpdate<number>('next'), () => (asked += 1))
  await condition(() => false)
}

/** Gives its thread back to nobody. */
export async function loops(): Promise<void> {
  for (;;);
}
