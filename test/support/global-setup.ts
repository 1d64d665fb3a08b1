import { fork } from 'node:child_process'
import process from 'node:process'

/**
 * Called by Jest once before all tests: starts the keeper, a process that holds this run's PostgreSQL and Temporal server,
 * and hands its address, and what it worked out once for all, to the tests. Jest loads this file as CommonJS, so it may import nothing of the project.
 */
// Jest asks for a default export.
export default async function globalSetup({ rootDir }: { readonly rootDir: string }): Promise<void> {
  // A run that a test has started works with the servers of the run around it, which ends them.
  if (process.env['CORNERSTONE_TEST_KEEPER'] !== undefined) return
  const keeper = fork(`${rootDir}/test/support/keeper.ts`, [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const ready = await new Promise<Ready>((resolve, reject) => {
    keeper.once('message', (message: Ready) => resolve(message))
    keeper.once('exit', (code) => reject(new Error(`The keeper of the test services ended with code ${code}.`)))
  })
  process.env['CORNERSTONE_TEST_KEEPER'] = ready.socket
  process.env['CORNERSTONE_TEST_CALENDARS'] = ready.calendars
  process.env['CORNERSTONE_TEST_CLI'] = ready.cli
  process.env['CORNERSTONE_TEST_PROGRAMS'] = ready.programs
  process.env['CORNERSTONE_TEST_KEEPER_PID'] = String(keeper.pid)
  keeper.unref()
  keeper.channel?.unref()
}

/** What the keeper says once it listens. */
interface Ready {
  readonly socket: string
  readonly calendars: string
  readonly cli: string
  readonly programs: string
}
