import { spawnSync } from 'node:child_process'
import process from 'node:process'

/** The whole of every check that `npm test` carries in a short form: numbers and seeds stand in the titles, times beside them. */
const files = [
  'test/api/hostile',
  'test/cases/last-slot',
  'test/days/days',
  'test/db/as-the-application',
  'test/domain/any-life',
  'test/domain/dead-ends',
  'test/journeys/forgotten',
  'test/journeys/lost-note',
  'test/journeys/reconcile',
  'test/journeys/sample',
  'test/journeys/stories',
  'test/journeys/the-ten',
  'test/replay/changes',
  'test/verify/forgeries',
  'test/verify/tamper',
]
const { status } = spawnSync('npm', ['test', '--', '--verbose', ...files, ...process.argv.slice(2)], {
  env: { ...process.env, CORNERSTONE_TEST_LONG: 'true' },
  stdio: 'inherit',
})
process.exitCode = status ?? 1
