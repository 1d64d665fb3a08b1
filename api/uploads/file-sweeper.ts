import {
  destroyFile,
  filesOfErased,
  filesPastTheirTime,
  filesWithoutKey,
  giveUpFiles,
  noteEmptied,
} from '../../db/writes/exhibit-ends.js'
import { forgetFile } from '../../db/writes/exhibit-files.js'
import { programmeDay } from '../../domain/words/hours.js'
import { inRounds } from '../in-rounds.js'
import type { ApiParts } from '../parts.js'

const [pauseMs, hourMs] = [10 * 60_000, 3_600_000]

/** Takes away, in rounds, what of files may no longer be there. Returns a function that stops it. */
export const startFileSweeper = (parts: ApiParts): (() => Promise<void>) =>
  inRounds({
    work: () => sweepFiles(parts),
    everyMs: pauseMs,
    atOnce: false,
    log: parts.log,
    waits: 'files of exhibits could not be looked through; next try soon',
  })

/**
 * One round: uploads that nobody has brought to their end go; of exhibits whose person was erased or whose time is over the file
 * goes and its row says so (8.13). The key goes first, so that bytes left behind by a crash are nobody's; they go in the next
 * round. Says how many files went.
 */
export const sweepFiles = async ({ db, clock, config, exhibits: { store } }: SweptParts): Promise<number> => {
  const now = clock()
  const at = now.toISOString()
  await giveUpFiles(db, { since: new Date(now.getTime() - config.EXHIBIT_UPLOAD_HOURS * hourMs).toISOString(), at })
  for (const id of await filesOfErased(db)) await destroyFile(db, { id, at, why: 'erasure' })
  for (const id of await filesPastTheirTime(db, { day: programmeDay(at) }))
    await destroyFile(db, { id, at, why: 'retention' })
  const gone = await filesWithoutKey(db)
  for (const { id, parts, isGivenUp } of gone) {
    for (const { name } of parts) await store.remove(name)
    await (isGivenUp ? forgetFile(db, id) : noteEmptied(db, id))
  }
  return gone.length
}

type SweptParts = Pick<ApiParts, 'db' | 'clock' | 'exhibits'> & {
  readonly config: Pick<ApiParts['config'], 'EXHIBIT_UPLOAD_HOURS'>
}
