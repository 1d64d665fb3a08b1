import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'

/** Called by Jest once after all tests: asks the keeper to stop what it started, and waits until it has. */
// Jest asks for a default export.
export default async function globalTeardown(): Promise<void> {
  const pid = Number(process.env['CORNERSTONE_TEST_KEEPER_PID'])
  if (!Number.isInteger(pid) || pid <= 0) return
  try {
    process.kill(pid, 'SIGTERM')
    for (;;) {
      process.kill(pid, 0)
      await pause(20)
    }
  } catch {
    // A signal to a process that is gone fails, and that is what was waited for.
  }
}
