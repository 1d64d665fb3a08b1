import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import { aProgrammeIn } from '../activities/a-recorded-base.js'
import { cloneDatabase } from '../support/services.js'
import { seated, type Seat } from './seated-readers.js'

interface RecordRead {
  readonly db: Kysely<Database>
  readonly close: () => Promise<void>
}

/** A database of its own with the example programme and the people who read its letters. */
export const aRecordReadBy = async (title: string, readers: readonly Seat[]): Promise<RecordRead> => {
  const database = await cloneDatabase(title)
  const db = connect(database.appUrl)
  await aProgrammeIn(db)
  await seated(db, readers)
  return {
    db,
    close: async () => {
      await db.destroy()
      await database.drop()
    },
  }
}
