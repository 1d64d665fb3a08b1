import { fork } from 'node:child_process'
import process from 'node:process'

/**
 * Called by Jest once before all tests: starts the keeper, a process that holds this run's PostgreSQL and Temporal server,
 * and hands its address to the tests. Jest loads this file as CommonJS, so it may import nothing of the project.
 */
// Jest asks for a default export.
export default async function globalSetup({ rootDir }: { readonly rootDir: string }): Promise<void> {
  // A run that a test has started works with the servers of the run around it, which ends them.
  if (process.env['CORNERSTONE_TEST_KEEPER'] !== undefined) return
  const keeper = fork(`${rootDir}/test/support/keeper.ts`, [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const address = await new Promise<string>((resolve, reject) => {
    keeper.once('message', (message) => resolve(typeof message === 'string' ? message : ''))
    keeper.once('exit', (code) => reject(new Error(`The keeper of the test services ended with code ${code}.`)))
  })
  process.env['CORNERSTONE_TEST_KEEPER'] = address
  process.env['CORNERSTONE_TEST_KEEPER_PID'] = String(keeper.pid)
  keeper.unref()
  keeper.channel?.unref()
}
