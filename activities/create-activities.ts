import type { Kysely } from 'kysely'
import type { HistoryReaders } from '../db/reads/testimony.js'
import type { Database } from '../db/schema.js'
import type { DocumentStore } from '../documents/document-store.js'
import type { Typesetter } from '../documents/typesetter.js'
import type { Decree } from './calendar-decrees.js'
import type { Activities } from './contract.js'
import { createMakeDocuments } from './make-documents.js'
import { createPrepare } from './prepare.js'
import { createReconcileAll } from './reconcile-all.js'
import { createRecord } from './record.js'

interface ActivityParts {
  readonly db: Kysely<Database>
  readonly store: DocumentStore
  readonly typesetter: Typesetter
  readonly decrees?: readonly Decree[]
  /** How the histories of Temporal are read. */
  readonly readers: HistoryReaders
}

/** Every activity a workflow may name, joined to the world. */
export const createActivities = ({ db, store, typesetter, decrees = [], readers }: ActivityParts): Activities => ({
  record: createRecord({ db }),
  prepare: createPrepare({ db, decrees }),
  makeDocuments: createMakeDocuments({ db, store, typesetter }),
  reconcileAll: createReconcileAll({ db, readers }),
})
