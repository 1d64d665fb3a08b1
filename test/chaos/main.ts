import process from 'node:process'
import { parseArgs } from 'node:util'
import { measureRecovery } from './recovery.js'
import type { RecoveryReport } from './recovery.js'
import { recoveryTable, reportText } from './report.js'
import { storm } from './storm.js'

/**
 * The chaos harness: people work on the whole programme while its parts are killed, its lines disturbed and its disks
 * filled, and every answer they were given is held against the record. Ends with 1 when anything does not agree.
 */
const help = `npm run chaos -- [--minutes 2] [--seed S] [--bases 22] [--clients 4] [--pace 400] [--json]
npm run chaos -- --recovery [--tries 20] [--workers 1] [--seed S] [--json]

Brings up PostgreSQL, Temporal, a worker, a relay and two APIs on a data folder of its own and puts it away again.
`

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(process.pid) },
    bases: { type: 'string', default: '22' },
    clients: { type: 'string', default: '4' },
    pace: { type: 'string', default: '400' },
    recovery: { type: 'boolean', default: false },
    tries: { type: 'string', default: '20' },
    workers: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) process.stdout.write(help)
else if (values.recovery) await recovery()
else await main()

async function main(): Promise<void> {
  const report = await storm({
    seed: values.seed,
    minutes: numberOf('minutes'),
    bases: numberOf('bases'),
    clients: numberOf('clients'),
    paceMs: numberOf('pace'),
    network: true,
    disks: true,
    tell,
  })
  process.stdout.write(`${values.json ? JSON.stringify(report) : reportText(report)}\n`)
  if (Object.values(report.faults).some((count) => count > 0)) process.exitCode = 1
}

async function recovery(): Promise<void> {
  const workers = values.workers === '2' ? 2 : 1
  const report = await measureRecovery({ seed: values.seed, tries: numberOf('tries'), workers, tell })
  process.stdout.write(`${values.json ? JSON.stringify(report) : recoveryText(report)}\n`)
  if (report.papersNotMade > 0) process.exitCode = 1
}

function recoveryText({ seed, tries, workers, rows, papersNotMade }: RecoveryReport): string {
  const title = `a worker of ${workers} killed ${tries} times, seed ${seed}; ${papersNotMade} papers not made`
  return [title, '', ...recoveryTable(rows)].join('\n')
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

function numberOf(name: 'minutes' | 'bases' | 'clients' | 'pace' | 'tries'): number {
  const number = Number(values[name])
  if (Number.isFinite(number) && number > 0) return number
  throw new RangeError(`--${name} is "${values[name]}"; it must be a number above 0.`)
}
