import { heartbeat } from '@temporalio/activity'
import type { Kysely } from 'kysely'
import type { HistoryReaders } from '../db/reads/testimony.js'
import type { Database } from '../db/schema.js'
import type { DocumentStore } from '../documents/document-store.js'
import type { PaperSeal } from '../documents/paper-seal.js'
import type { Typesetter } from '../documents/typesetter.js'
import type { Decree } from './calendar-decrees.js'
import type { Activities } from './contract.js'
import { createMakeDocuments } from './make-documents.js'
import { createPrepare, createRulesOf } from './prepare.js'
import { createReconcileAll } from './reconcile-all.js'
import { createRecord, type Cores, type RecordParts } from './record.js'
import { tellFailing } from './tell-failing.js'

interface ActivityParts {
  readonly db: Kysely<Database>
  readonly store: DocumentStore
  readonly typesetter: Typesetter
  /** The seal of the programme on its papers; absent: they bear none. */
  readonly seal?: PaperSeal | undefined
  readonly decrees?: readonly Decree[]
  readonly cores: Cores
  readonly onDefect: RecordParts['onDefect']
  /** How the histories of Temporal are read. */
  readonly readers: HistoryReaders
}

/** Every activity a workflow may name, joined to the world. */
export const createActivities = (parts: ActivityParts): Activities => {
  const { db, store, typesetter, seal, decrees = [], cores, onDefect, readers } = parts
  const rulesOf = createRulesOf({ db, decrees })
  return {
    record: tellFailing(createRecord({ db, cores, rulesOf, onDefect }), { db }),
    prepare: createPrepare({ rulesOf, cores }),
    makeDocuments: createMakeDocuments({ db, store, typesetter, seal, beat: heartbeat }),
    reconcileAll: createReconcileAll({ db, readers }),
  }
}
