import { execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { relative } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { days, isDay, zones } from './days.js'
import type { Day } from './days.js'
import { needsTemporal, runSuite } from './suite.js'

/**
 * Runs the suite on every day and in every zone and says of each run how it went; ends with 1 where anything was red.
 * `npm run test:days -- --day +45 --zone UTC --seed 7 test/api`: fewer days, fewer zones, fewer tests, the same seed.
 * What works with a Temporal server runs in every zone and today only, since that server keeps the machine's time.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    day: { type: 'string', multiple: true, default: Object.keys(days) },
    zone: { type: 'string', multiple: true, default: [...zones] },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
  },
})

const filesOf = async (day: Day): Promise<readonly string[]> => {
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js']
  const listed = execFileSync(process.execPath, [...jest, '--listTests', ...positionals], { encoding: 'utf8' })
  const files = listed.split('\n').filter((file) => file.endsWith('.test.ts') && !file.includes('/test/days/'))
  if (day === 'today') return files
  const waits = await Promise.all(files.map((file) => needsTemporal(file)))
  return files.filter((_, at) => waits[at] === false)
}

let isRed = false
for (const day of values.day) {
  if (!isDay(day)) throw new TypeError(`There is no day ${day}; there are ${Object.keys(days).join(', ')}.`)
  const files = await filesOf(day)
  for (const zone of values.zone) {
    const began = performance.now()
    const { passed, failed, red } = await runSuite({ day, zone, files, seed: Number(values.seed) })
    const seconds = Math.round((performance.now() - began) / 1000)
    isRed ||= red.length > 0
    process.stdout.write(
      `${day} in ${zone}: ${files.length} files, ${passed} passed, ${failed} failed, seed ${values.seed}, ${seconds} s\n`,
    )
    for (const { file, says } of red) process.stdout.write(`  ${relative('.', file)}\n${says}\n`)
  }
}
process.exit(isRed ? 1 : 0)
