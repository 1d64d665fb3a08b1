import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Say } from './running-process.js'

export interface DownloadOptions {
  readonly cache: string
  readonly say: Say
  /** Whether the program that came is one we can use; the newest one offered may still be too old. */
  readonly fits: (path: string) => boolean
}

/**
 * Lets the SDK's testing package fetch the program it would test with, and keeps it when it fits. Returns its path, or
 * undefined when there was no way to it or it was too old. It happens in a process of its own, because the SDK's native
 * part takes over the signals of the process it is loaded in.
 */
export async function downloadTemporal({ cache, say, fits }: DownloadOptions): Promise<string | undefined> {
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'download-'))
  try {
    await runFetcher(folder)
    const found = readdirSync(folder).map((name) => join(folder, name))
    const fitting = found.find((path) => fits(path))
    if (fitting === undefined) {
      say(
        found.length === 0
          ? 'No Temporal server could be downloaded.'
          : 'The Temporal server offered for download is too old.',
      )
      return undefined
    }
    renameSync(fitting, join(cache, 'temporal-downloaded'))
    return join(cache, 'temporal-downloaded')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runFetcher(folder: string): Promise<void> {
  const script = fileURLToPath(new URL('./fetch-temporal.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { stdio: 'ignore', timeout: 300_000 })
  return new Promise((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
}
