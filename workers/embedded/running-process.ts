import { spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { codeOf } from './error-code.js'

/** Says one line to whoever started this; a banner, a log or nothing. */
export type Say = (line: string) => void

/** Whether a process of that number lives, whoever owns it. A child that has ended but was not yet reaped is dead. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return !/^\d+ \(.*\) [ZX] /s.test(stat)
}

/** Sends a signal; a process that is already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended between our look and our signal, which is what we wanted.
  }
}

/** Asks a process to end with the first signal, and after `patienceMs` with the second; returns when it is gone. */
export async function endProcess(
  pid: number,
  { first, then, patienceMs }: { first: NodeJS.Signals; then: NodeJS.Signals; patienceMs: number },
): Promise<void> {
  signal(pid, first)
  if (await waitUntil(async () => !(await isAlive(pid)), patienceMs)) return
  signal(pid, then)
  await waitUntil(async () => !(await isAlive(pid)), patienceMs)
}

/** Asks a question every 20 ms until the answer is yes or the time is over; returns whether it was yes. */
export async function waitUntil(question: () => Promise<boolean>, patienceMs: number): Promise<boolean> {
  const end = performance.now() + patienceMs
  for (;;) {
    if (await question()) return true
    if (performance.now() > end) return false
    await pause(20)
  }
}

/** The last lines of a log file, for an error that would otherwise be silent. */
export async function lastLines(path: string, count = 40): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-count).join('\n')
}

/** The command line of a process, or nothing when it cannot be seen. */
export async function commandLineOf(pid: number): Promise<string> {
  const seen = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  if (seen !== undefined) return seen.replaceAll('\0', ' ')
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
}

/** What a process does, in the letters of `ps`: T stands still; nothing when it cannot be seen. */
export async function stateOf(pid: number): Promise<string> {
  const seen = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (seen !== undefined) return /^\d+ \(.*\) (\S)/s.exec(seen)?.[1] ?? ''
  return (spawnSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim()
}

/**
 * Watches a process, ours or one taken over: `ended` resolves when it ends before `expect` was called. One that is not our
 * child can only be looked at, once a second.
 */
export function watchEnd(pid: number, child: ChildProcess | undefined): { ended: Promise<void>; expect: () => void } {
  let expected = false
  const ended = new Promise<void>((resolve) => {
    const tell = () => (expected ? undefined : resolve())
    if (child !== undefined) child.once('exit', tell)
    else {
      const looking = setInterval(() => {
        void isAlive(pid).then((alive) => {
          if (alive && !expected) return
          clearInterval(looking)
          tell()
        })
      }, 1_000).unref()
    }
  })
  return { ended, expect: () => void (expected = true) }
}
