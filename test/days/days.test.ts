import { expect, test } from '@jest/globals'
import { machineClock } from '../../clock/machine-clock.js'
import { drawn } from '../support/how-much.js'
import { days, isDay, zones } from './days.js'
import { needsTemporal, runSuite } from './suite.js'

/** A few files that have a day, a database, a token, a letter or a calendar in them: what was red on some day before. */
const chosen = [
  'test/api/bodies.test.ts',
  'test/activities/prepare.test.ts',
  'test/db/writes.test.ts',
  'test/domain/calendar-zone.test.ts',
]

const someDays = [
  ['29-february-2028', 'America/New_York'],
  ['+400', 'Asia/Shanghai'],
  ['31-december', 'America/New_York'],
  ['+45', 'UTC'],
] as const

test.each(drawn(someDays, { short: 1, of: 'days' }))(
  'what holds today holds on another day and in another zone (%s, %s)',
  async (day, zone) => {
    const { red, passed } = await runSuite({ day, zone, files: chosen })
    expect(red).toEqual([])
    expect(passed).toBeGreaterThan(30)
  },
  120_000,
)

const fixture = 'test/architecture/fixtures/days/believes-the-machine.ts'
const twin = { files: [fixture], options: ['--testMatch', `**/${fixture}`] }

test('a test that believes the machine is red on another day, in the processes it starts as well, and in another zone', async () => {
  process.env['CORNERSTONE_TEST_BEGAN'] = String(machineClock().getTime())
  const [today, later] = [
    await runSuite({ day: 'today', zone: 'UTC', ...twin }),
    await runSuite({ day: '+45', zone: 'Asia/Shanghai', ...twin }),
  ]
  expect([today.passed, today.failed, later.passed, later.failed]).toEqual([4, 0, 1, 3])
}, 60_000)

test('the days and zones are the ones that were asked for, and each day is ahead', () => {
  expect(Object.keys(days).filter(isDay)).toEqual(['today', '+45', '+400', '29-february-2028', '31-december'])
  expect(zones).toHaveLength(3)
  expect(Object.values(days).filter((ahead) => ahead() < 0)).toEqual([])
})

test.each([
  ['test/journeys/crash.test.ts', true],
  ['test/cases/rules-in-time.test.ts', true],
  ['test/api/temporal-door.test.ts', true],
  ['test/api/bodies.test.ts', false],
  ['test/workers/relay.test.ts', false],
])('%s works with a Temporal server: %s', async (file, answer) => {
  expect(await needsTemporal(file)).toBe(answer)
})
