import { sealHistory } from '../../db/writes/sealed-histories.js'
import { unsealedRuns } from '../../db/reads/unsealed-runs.js'
import type { UnsealedRun } from '../../db/reads/unsealed-runs.js'
import type { ApiParts } from '../parts.js'

/** How often ended runs are looked for; Temporal keeps them for days. */
const everyMs = 10 * 60_000

/**
 * Keeps the histories of ended workflow runs in the document store before Temporal removes them, again and again. Faults
 * are told in the log and tried again at the next round.
 */
export const startSealer = (parts: ApiParts): (() => Promise<void>) => {
  let stopping = false
  let round: Promise<unknown> = Promise.resolve()
  const look = (): void => {
    round = sealEnded(parts, { isOver: () => stopping }).catch((error: unknown) =>
      parts.log.warn({ err: error }, 'workflow histories wait to be sealed'),
    )
  }
  look()
  const timer = setInterval(look, everyMs)
  return async () => {
    stopping = true
    clearInterval(timer)
    await round
  }
}

interface Round {
  readonly isOver?: () => boolean
  /** Only of these streams. */
  readonly streams?: readonly string[]
}

/**
 * Seals every run that has ended and is not sealed yet, with the runs it continues, and says how many there were. A run the
 * server no longer has is told in the log each time: it is lost unless a copy is found elsewhere.
 */
export const sealEnded = async (
  parts: Pick<ApiParts, 'db' | 'temporal' | 'documents' | 'log'>,
  { isOver = () => false, streams }: Round = {},
): Promise<number> => {
  let sealed = 0
  for (const run of await unsealedRuns(parts.db, streams)) {
    if (isOver()) break
    sealed += await sealWithEarlier(parts, run)
  }
  return sealed
}

const sealWithEarlier = async (
  parts: Pick<ApiParts, 'db' | 'temporal' | 'documents' | 'log'>,
  { namespace, stream, run }: UnsealedRun,
): Promise<number> => {
  let sealed = 0
  for (let next: string | undefined = run; next !== undefined;) {
    const history = await parts.temporal.historyOf({ namespace, stream, run: next })
    if (history === undefined) {
      parts.log.error({ stream, run: next }, 'a workflow history is gone from Temporal and was never sealed')
      return sealed
    }
    if (history.ended) {
      const { sha256, size } = await parts.documents.put(history.bytes)
      const isNew = await sealHistory(parts.db, { stream, run: next, sha256, size, events: history.events })
      if (!isNew) return sealed
      sealed += 1
    }
    next = history.continues
  }
  return sealed
}
