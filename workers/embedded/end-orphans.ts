import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandLineOf, endProcess, isAlive } from './running-process.js'
import { runningTemporal } from './temporal.js'

/** Ends a PostgreSQL that a killed supervisor left running on that folder; does nothing where there is none. */
export async function endOrphanedPostgres(folder: string): Promise<void> {
  const note = join(folder, 'moved-to.txt')
  const data = join(existsSync(note) ? readFileSync(note, 'utf8').trim() : folder, 'data')
  const lock = join(data, 'postmaster.pid')
  const pid = existsSync(lock) ? Number(readFileSync(lock, 'utf8').split('\n')[0]) : 0
  // A process number can have passed to somebody else; ours names our folder in its command line.
  if (!(pid > 0) || !(await isAlive(pid)) || !(await commandLineOf(pid)).includes(data)) return
  await endProcess(pid, { first: 'SIGINT', then: 'SIGQUIT', patienceMs: 20_000 })
}

/** The same for a Temporal server. */
export async function endOrphanedTemporal(folder: string): Promise<void> {
  const pid = existsSync(folder) ? await runningTemporal(folder) : undefined
  if (pid !== undefined) await endProcess(pid, { first: 'SIGTERM', then: 'SIGKILL', patienceMs: 20_000 })
}
