import process from 'node:process'
import { machineClock } from '../../clock/machine-clock.js'

const dayMs = 24 * 60 * 60 * 1000

/** Days on which the suite is run, by name, as milliseconds from now. The last one turns the year while it runs. */
export const days = {
  today: () => 0,
  '+45': () => 45 * dayMs,
  '+400': () => 400 * dayMs,
  '29-february-2028': () => from('2028-02-29T12:00:00.000Z'),
  '31-december': () => from(`${machineClock().getUTCFullYear()}-12-31T23:58:00.000Z`),
} as const

export const zones = ['UTC', 'Asia/Shanghai', 'America/New_York'] as const

export type Day = keyof typeof days

export const isDay = (name: string): name is Day => name in days

const from = (instant: string): number => Date.parse(instant) - machineClock().getTime()

/** What a process of Node is told so that it, and what it starts, believes in another day and lives in another zone. */
export const lifeOn = (day: Day, zone: string): Readonly<Record<string, string>> => ({
  TZ: zone,
  CORNERSTONE_TEST_SHIFT_MS: String(days[day]()),
  NODE_OPTIONS: [process.env['NODE_OPTIONS'], `--import ${new URL('../support/other-day.mjs', import.meta.url).href}`]
    .filter((option) => option !== undefined && option !== '')
    .join(' '),
})
