import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import process from 'node:process'
import type { RunningService } from './keep-running.js'
import { endProcess, lastLines, waitUntil, watchEnd } from './running-process.js'

export interface ChildOptions {
  readonly title: string
  /** A file that Node runs as it is. */
  readonly program: string
  readonly env: Record<string, string>
  readonly log: string
  /** Told of what it says while it runs. */
  readonly hears?: (message: unknown) => void
}

/** A process of this program that runs, and its number. */
export interface RunningChild extends RunningService {
  readonly pid: number
}

/**
 * Starts one process of this program and returns once it sent the message `{ ready: true }`. Refuses with the end of its log
 * when it ends before, or is not ready after a minute.
 */
export async function startChild({ title, program, env, log, hears }: ChildOptions): Promise<RunningChild> {
  const output = openSync(log, 'a', 0o600)
  // A group of its own: Ctrl-C reaches the supervisor alone, which then ends its children in order.
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    env,
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  })
  closeSync(output)
  const pid = child.pid ?? 0
  if (hears !== undefined) child.on('message', hears)
  const watch = watchEnd(pid, child)
  const stop = () => {
    watch.expect()
    return endProcess(pid, { first: 'SIGTERM', then: 'SIGKILL', patienceMs: 15_000 })
  }
  if (!(await becomesReady(child))) {
    await stop()
    throw new Error(`The ${title} did not become ready. The end of ${log}:\n${await lastLines(log)}`)
  }
  return { pid, ended: watch.ended, stop }
}

async function becomesReady(child: ChildProcess): Promise<boolean> {
  let announced = false
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined
  child.on('message', (message) => {
    announced ||= typeof message === 'object' && 'ready' in message && message.ready === true
  })
  child.once('error', () => undefined)
  await waitUntil(async () => announced || hasEnded(), 60_000)
  return announced && !hasEnded()
}
