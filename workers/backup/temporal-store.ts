import { existsSync, mkdirSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { temporalDatabase } from '../embedded/temporal-settings.js'
import { runningTemporal } from '../embedded/temporal.js'
import { signal, stateOf, waitUntil } from '../embedded/running-process.js'

/** The file of the store and what was written to it last; the third file SQLite makes is of a running server only. */
const files = [temporalDatabase, `${temporalDatabase}-wal`] as const

/**
 * Copies the store of an embedded Temporal server. Where the server runs, it stands still for the moment of the copy, so
 * that what is copied is what a power cut would leave: SQLite finds its way from there by itself. Nobody is refused
 * meanwhile, only answered a moment later. Returns the names of the files; none where there is no store.
 */
export async function copyTemporalStore(from: string, to: string): Promise<readonly string[]> {
  if (!existsSync(join(from, temporalDatabase))) return []
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const pid = await runningTemporal(from)
  if (pid !== undefined) await standStill(pid)
  try {
    const there = files.filter((name) => existsSync(join(from, name)))
    for (const name of there) await copyFile(join(from, name), join(to, name))
    return there
  } finally {
    if (pid !== undefined) signal(pid, 'SIGCONT')
  }
}

async function standStill(pid: number): Promise<void> {
  if (process.platform === 'win32')
    throw new Error('The Temporal server cannot be held still on this system: stop Cornerstone first (Ctrl-C).')
  signal(pid, 'SIGSTOP')
  if (await waitUntil(async () => (await stateOf(pid)).startsWith('T'), 10_000)) return
  signal(pid, 'SIGCONT')
  throw new Error(`The Temporal server (process ${pid}) could not be held still; nothing was copied.`)
}
