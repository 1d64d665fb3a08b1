import { now } from '../clock/machine-clock.js'
import { connect } from '../db/connect.js'
import { migrate } from '../db/migrate.js'
import { seedProcedures } from '../db/writes/procedures.js'
import { procedures } from '../domain/gicc/procedures.js'

/**
 * Brings a database up to date, as the role that owns the tables: migrations, and the rules this program ships. Safe to
 * repeat. Returns the names of the migrations it ran; refuses rules that were changed without a new version.
 */
export const bringUpToDate = async (ownerUrl: string): Promise<readonly string[]> => {
  const applied = await migrate(ownerUrl)
  const db = connect(ownerUrl, { max: 1 })
  try {
    await seedProcedures(db, { procedures, at: now() })
  } finally {
    await db.destroy()
  }
  return applied
}
