/**
 * First come, first served: each piece of work starts when the one before it has ended, however it ended. A chain of
 * promises and not a condition on a flag, because several waiters of one condition wake together.
 */
export const fifo = () => {
  let tail: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return {
    /** Nothing runs and nothing waits. */
    isFree: (): boolean => waiting === 0,
    run: <T>(work: () => Promise<T>): Promise<T> => {
      waiting += 1
      const mine = tail.then(work)
      // The chain goes on after a refusal or a fault; whoever asked for this work hears of it from `mine`.
      tail = mine.then(
        () => void (waiting -= 1),
        () => void (waiting -= 1),
      )
      return mine
    },
  }
}
