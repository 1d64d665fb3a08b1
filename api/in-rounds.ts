import type { ApiParts } from './parts.js'

/** What the API does again and again for as long as it lives. */
interface Rounds {
  readonly work: (isStopping: () => boolean) => Promise<unknown>
  readonly everyMs: number
  /** Whether the first round is now, or after a pause. */
  readonly atOnce: boolean
  readonly log: ApiParts['log']
  /** What is said when a round went wrong; the next is the next try. */
  readonly waits: string
}

/**
 * Works in rounds and never in two at once: where one lasts longer than the pause, those that were due meanwhile fall away, and none
 * piles up behind it. Returns a function that stops it, which has come back when the round that had begun is ended.
 */
export const inRounds = ({ work, everyMs, atOnce, log, waits }: Rounds): (() => Promise<void>) => {
  let stopping = false
  let underWay: Promise<void> | undefined
  const round = async (): Promise<void> => {
    try {
      await work(() => stopping)
    } catch (error) {
      log.warn({ err: error }, waits)
    }
    underWay = undefined
  }
  const begin = (): void => {
    underWay ??= round()
  }
  if (atOnce) begin()
  const turn = setInterval(begin, everyMs)
  return async () => {
    stopping = true
    clearInterval(turn)
    await underWay
  }
}
