import process from 'node:process'
import { migrationConfig } from '../config/processes.js'
import { bringUpToDate } from './bring-up-to-date.js'

/** The one-shot that brings the database up to date before the API and the workers start (`npm run db:migrate`). */
try {
  const applied = await bringUpToDate(migrationConfig().DATABASE_OWNER_URL)
  process.stdout.write(`${applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}.`}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
