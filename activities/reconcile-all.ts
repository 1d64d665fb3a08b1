import type { ProgrammeId } from '../domain/ids.js'
import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { machineClock, now } from '../clock/machine-clock.js'
import { programmesIn } from '../db/reads/programmes.js'
import { looksAt, reconcile } from '../db/reads/reconciliations.js'
import type { HistoryReaders } from '../db/reads/testimony.js'
import type { Database } from '../db/schema.js'
import { keepReconciliation } from '../db/writes/reconciliations.js'
import type { Activities } from './contract.js'
import { rememberedLooks } from './remembered-looks.js'

interface ReconcileParts {
  readonly db: Kysely<Database>
  readonly readers: HistoryReaders
}

/** How long what is under way at the first look has to come to its end before the second. */
const courtesyMs = 2_000

/**
 * The ordinary activity that holds the ledger of each programme of a namespace against the histories of Temporal and
 * keeps what it found, one report per programme and key however often it runs. What is shown of a stream is looked at again when its
 * head has moved, and once a day.
 */
export const createReconcileAll = ({ db, readers }: ReconcileParts): Activities['reconcileAll'] => {
  const looks = rememberedLooks(looksAt(db, readers), { db, clock: machineClock })
  return async ({ namespace, key }) => {
    const made: { readonly programme: ProgrammeId; readonly found: number }[] = []
    for (const programme of await programmesIn(db, namespace)) {
      const report = await reconcile(db, { programme, readers, looks, pause: () => pause(courtesyMs) })
      if (report === undefined) continue
      await keepReconciliation(db, { key: `${key}:${programme}`, at: now(), report })
      made.push({ programme, found: report.divergences.length })
    }
    return made
  }
}
