import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import packaged from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'
import { notRun } from './not-run.js'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A Chromium of this machine; else the one that a package brings, which is built for Linux on x64. */
const executable = async (): Promise<string | undefined> => {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  for (const path of folders.flatMap((folder) => names.map((name) => join(folder, name))))
    if (await isRunnable(path)) return path
  return process.platform === 'linux' && process.arch === 'x64' ? await packaged.executablePath() : undefined
}

const isRunnable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/** A real browser without a window; undefined, and said aloud, where this machine has none. */
export const aRealBrowser = async (what: string): Promise<Browser | undefined> => {
  const executablePath = await executable()
  if (executablePath !== undefined)
    return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
  notRun(what, 'there is no Chromium')
  return undefined
}
