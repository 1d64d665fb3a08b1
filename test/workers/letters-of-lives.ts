import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import { aProgrammeIn, recordLife } from '../activities/a-recorded-base.js'
import type { ABase } from '../support/a-base.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { lettersWritten, seated, type Seat } from './seated-readers.js'

/** The letters of played bases as they would be written now, each in a database of its own with people in these seats. */
export const lettersOfLives = (seats: readonly Seat[]) => {
  const databases: TestDatabase[] = []
  const opened: Kysely<Database>[] = []
  return {
    lettersOf: async (title: string, base: ABase) => {
      const database = await cloneDatabase(title)
      databases.push(database)
      const db = connect(database.appUrl)
      opened.push(db)
      await aProgrammeIn(db)
      await seated(db, seats)
      await recordLife(db, base)
      return await lettersWritten(db)
    },
    close: async (): Promise<void> => {
      for (const db of opened) await db.destroy()
      for (const database of databases) await database.drop()
    },
  }
}
