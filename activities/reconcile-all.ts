import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { now } from '../clock/machine-clock.js'
import { programmesIn } from '../db/reads/programmes.js'
import { reconcile } from '../db/reads/reconciliations.js'
import type { HistoryReaders } from '../db/reads/testimony.js'
import type { Database } from '../db/schema.js'
import { keepReconciliation } from '../db/writes/reconciliations.js'
import type { Activities } from './contract.js'

interface ReconcileParts {
  readonly db: Kysely<Database>
  readonly readers: HistoryReaders
}

/** How long what is under way at the first look has to come to its end before the second. */
const courtesyMs = 2_000

/**
 * The ordinary activity that holds the ledger of each programme of a namespace against the histories of Temporal and
 * keeps what it found, one report per programme and key however often it runs.
 */
export const createReconcileAll =
  ({ db, readers }: ReconcileParts): Activities['reconcileAll'] =>
  async ({ namespace, key }) => {
    const made: { readonly programme: string; readonly found: number }[] = []
    for (const programme of await programmesIn(db, namespace)) {
      const report = await reconcile(db, { programme, readers, pause: () => pause(courtesyMs) })
      if (report === undefined) continue
      await keepReconciliation(db, { key: `${key}:${programme}`, at: now(), report })
      made.push({ programme, found: report.divergences.length })
    }
    return made
  }
