import { inHandLimit } from '../limits.js'
import { ProblemError, retryAfter } from '../problems.js'

/** Takes work for a stream while there is room, and refuses it, before it is begun, where so much is in hand already. */
export type InHand = <T>(stream: string, work: () => Promise<T>) => Promise<T>

/** Counts what is in hand for each base and programme, so that one of them alone cannot take the whole server. */
export const countInHand = (limit: number = inHandLimit): InHand => {
  const counts = new Map<string, number>()
  const add = (stream: string, more: number): void => {
    const count = (counts.get(stream) ?? 0) + more
    if (count > 0) counts.set(stream, count)
    else counts.delete(stream)
  }
  return async (stream, work) => {
    if ((counts.get(stream) ?? 0) >= limit)
      throw new ProblemError({ code: 'too_many', detail: { stream } }, { headers: retryAfter })
    add(stream, 1)
    try {
      return await work()
    } finally {
      add(stream, -1)
    }
  }
}
