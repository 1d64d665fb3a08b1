import { setTimeout as pause } from 'node:timers/promises'
import { sealHistory } from '../../db/writes/sealed-histories.js'
import { uncomparedStreams, unsealedRuns } from '../../db/reads/unsealed-runs.js'
import type { UnsealedRun } from '../../db/reads/unsealed-runs.js'
import { compareSealedRuns } from '../../db/writes/compared-runs.js'
import { programmeOfBase } from '../../domain/ids.js'
import { inRounds } from '../in-rounds.js'
import type { ApiParts } from '../parts.js'
import { programmePlace } from '../programme-place.js'
import { historyReaders } from '../temporal/history-readers.js'

/** How often ended runs are looked for; Temporal keeps them for days. */
const everyMs = 10 * 60_000
/** How long what is under way at the first look of a comparison has to come to its end before the second. */
const courtesyMs = 1_000

/**
 * Keeps the histories of ended workflow runs in the document store before Temporal removes them, again and again. Faults
 * are told in the log and tried again at the next round.
 */
export const startSealer = (parts: ApiParts): (() => Promise<void>) =>
  inRounds({
    work: (isOver) => sealEnded(parts, { isOver }),
    everyMs,
    atOnce: true,
    log: parts.log,
    waits: 'workflow histories wait to be sealed',
  })

interface Round {
  readonly isOver?: () => boolean
  /** Only of these streams. */
  readonly streams?: readonly string[]
}

/**
 * Seals every run that has ended and is not sealed yet, with the runs it continues, and says how many there were; then holds each
 * against the ledger, once, and seals what came of it. A run the server no longer has, and one of which it says more than this program
 * has fields for, is told in the log each time: the one is lost unless a copy is found elsewhere, the other waits for a newer program.
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
  for (const stream of await uncomparedStreams(parts.db, streams)) {
    if (isOver()) break
    const place = await programmePlace(parts, programmeOfBase(stream))
    await compareSealedRuns(parts.db, {
      ...place,
      stream,
      readers: historyReaders(parts),
      pause: () => pause(courtesyMs),
    })
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
    if (history.ended && !history.isWhole) {
      parts.log.error(
        { stream, run: next },
        'a workflow history says more than this program knows: bring it up to date',
      )
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
