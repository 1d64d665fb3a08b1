import process from 'node:process'
import { migrationConfig } from '../config/processes.js'
import { bringUpToDate } from './bring-up-to-date.js'
import { runCommand } from './run-command.js'

/** The one-shot that brings the database up to date before the API and the workers start (`npm run db:migrate`). */
await runCommand(async () => {
  const applied = await bringUpToDate(migrationConfig().DATABASE_OWNER_URL)
  process.stdout.write(`${applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}.`}\n`)
})
