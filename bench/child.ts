import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { endProcess, lastLines } from '../workers/embedded/running-process.js'

export interface Child {
  readonly pid: number
  readonly stop: () => Promise<void>
}

interface Wanted {
  /** The script, relative to the root of the project. */
  readonly script: string
  readonly args: readonly string[]
  readonly env: Record<string, string>
  readonly log: string
}

/** Starts a script of this program and returns when it sends its first message. Throws the end of its log when it ends before. */
export const startScript = async ({ script, args, env, log }: Wanted): Promise<Child> => {
  const output = openSync(log, 'a', 0o600)
  const path = fileURLToPath(new URL(`../${script}`, import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    env,
    // A group of its own: Ctrl-C reaches the measurement alone, which then ends what it started in order.
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  })
  closeSync(output)
  const pid = child.pid ?? 0
  const stop = () => endProcess(pid, { first: 'SIGTERM', then: 'SIGKILL', patienceMs: 60_000 })
  if (await firstMessage(child)) return { pid, stop }
  await stop()
  throw new Error(`${script} did not become ready. The end of ${log}:\n${await lastLines(log)}`)
}

const firstMessage = (child: ChildProcess): Promise<boolean> =>
  new Promise((tell) => {
    const late = setTimeout(() => tell(false), 150_000)
    const done = (isReady: boolean) => {
      clearTimeout(late)
      tell(isReady)
    }
    child.once('message', () => done(true))
    child.once('exit', () => done(false))
    child.once('error', () => done(false))
  })
