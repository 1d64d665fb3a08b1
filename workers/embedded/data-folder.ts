import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { codeOf } from './error-code.js'
import { commandLineOf, isAlive } from './running-process.js'

/** What `<data>/running.json` tells the command line about the installation that runs on a data folder. */
export const RunningState = z.object({
  api: z.string().describe('Address of the API and of the page.'),
  mailbox: z.string().describe('Address of the mailbox that shows every letter.'),
  pid: z.number().int().describe('Process of the supervisor; SIGTERM stops everything.'),
  temporalAddress: z.string().describe('gRPC address of the Temporal server.'),
  databaseUrl: z.string().describe('Address of the database, without a password.'),
  startedAt: z.string().describe('When it became ready, as an ISO instant.'),
})
export type RunningState = Readonly<z.infer<typeof RunningState>>

/** A data folder that is ours alone until it is given back. */
export interface DataFolder {
  readonly path: string
  readonly announce: (state: RunningState) => void
  readonly giveBack: () => void
}

/** What was found instead, when somebody else holds the data folder. */
export interface HeldFolder {
  readonly heldBy: number
  readonly running: RunningState | undefined
}

/**
 * Takes a data folder, made when missing, for this process alone, or says who holds it. The lock of a process that was
 * killed is taken over. Nobody but its owner may read the folder; root lets the database's user pass through.
 */
export async function takeDataFolder(folder: string): Promise<DataFolder | HeldFolder> {
  mkdirSync(folder, { recursive: true })
  const path = realpathSync(folder)
  chmodSync(path, process.getuid?.() === 0 ? 0o711 : 0o700)
  const lock = join(path, 'lock')
  const state = join(path, 'running.json')
  for (;;) {
    if (tryLock(lock)) break
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
    if (await isOurs(holder)) return { heldBy: holder, running: runningOn(path) }
    breakLock(lock, holder)
  }
  rmSync(state, { force: true })
  return {
    path,
    announce: (running) => {
      writeFileSync(`${state}.new`, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 })
      renameSync(`${state}.new`, state)
    },
    giveBack: () => [state, lock].forEach((file) => rmSync(file, { force: true })),
  }
}

/** A link appears whole or not at all, so no lock is ever seen without its holder's number. */
function tryLock(lock: string): boolean {
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, String(process.pid), { mode: 0o600 })
  try {
    linkSync(mine, lock)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Takes the lock of a dead holder away; should another start have been quicker, its fresh lock is put back. */
function breakLock(lock: string, holder: number): void {
  const aside = `${lock}.${process.pid}.old`
  try {
    renameSync(lock, aside)
    if (Number(readFileSync(aside, 'utf8')) !== holder) linkSync(aside, lock)
  } catch {
    // Somebody else took it away first; the next round looks again.
  }
  rmSync(aside, { force: true })
}

/** What `running.json` of a data folder says, or undefined when there is none that can be read. */
export function runningOn(folder: string): RunningState | undefined {
  try {
    return RunningState.parse(JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')))
  } catch {
    return undefined
  }
}

/** A process number can have passed to somebody else since the lock was written: ours starts or restores. */
const isOurs = async (pid: number): Promise<boolean> =>
  Number.isInteger(pid) && pid > 0 && (await isAlive(pid)) && /workers\/(start|restore)/.test(await commandLineOf(pid))
