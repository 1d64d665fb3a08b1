import { loadavg } from 'node:os'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { baseWorkflowId } from '../domain/ids.js'
import { shapeOf } from './history-shape.js'
import { reportOf, reportText } from './report.js'
import type { Report } from './report.js'
import { playRounds } from './rounds.js'
import type { Plan } from './rounds.js'
import { bringUpStack } from './stack.js'
import type { Stack } from './stack.js'
import { rounded } from './statistics.js'
import { checkWork } from './work-check.js'

/**
 * What a decision costs: a real one over HTTP beside the least that is written down over HTTP, an update that holds one
 * empty local activity, and a bare one, on the same server in the same run. Ends with 1 only when the work that was timed is not found done.
 */
const help = `npm run -s bench:decision -- [--json] [--rounds 5] [--block 22] [--warm-up 20] [--concurrency 1] [--pace 0]

Brings up PostgreSQL, Temporal, worker and API on a data folder of its own, times real decisions of the
sample programme against three baselines, and stops everything again. Figures of a machine that does other
work are told apart by the ratios only.
`

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    block: { type: 'string', default: '22' },
    'warm-up': { type: 'string', default: '20' },
    concurrency: { type: 'string', default: '1' },
    pace: { type: 'string', default: '0' },
  },
})

if (values.help) process.stdout.write(help)
else await measure()

async function measure(): Promise<void> {
  const plan: Plan = {
    rounds: countOf('rounds'),
    block: countOf('block'),
    warmUp: countOf('warm-up'),
    concurrency: countOf('concurrency'),
    pace: countOf('pace', 0),
  }
  const loadBefore = rounded(loadavg()[0] ?? 0)
  if (loadBefore > 0.5)
    process.stderr.write(`The load average is ${loadBefore}; above 0.5 only the ratios of this run mean anything.\n`)
  const stack = await bringUpStack()
  const interrupted = (): void => void stack.stop().finally(() => process.exit(130))
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    const report = await reportOn(stack, { plan, loadBefore })
    process.stdout.write(`${values.json ? JSON.stringify(report) : reportText(report)}\n`)
    if (!report.check.holds) process.exitCode = 1
  } finally {
    await stack.stop()
  }
}

async function reportOn(stack: Stack, { plan, loadBefore }: { plan: Plan; loadBefore: number }): Promise<Report> {
  const { blocks, decisions, baseline, sent } = await playRounds(stack, plan)
  const baselines = {
    written: { sent: sent.written, answered: baseline.answered('written') },
    bare: { sent: sent.bare, answered: baseline.answered('bare') },
    held: { sent: sent.held, answered: baseline.answered('held') },
  }
  const check = await checkWork(stack.db, { bases: decisions.bases, sent: decisions.sent, baselines })
  const histories = {
    bases: await shapeOf(stack, decisions.bases.map(baseWorkflowId)),
    baselines: await shapeOf(stack, baseline.workflows),
  }
  await baseline.leave()
  decisions.close()
  return reportOf(blocks, { plan, loadBefore, versions: stack.versions, histories, check })
}

function countOf(name: 'rounds' | 'block' | 'warm-up' | 'concurrency' | 'pace', least = 1): number {
  const count = Number(values[name])
  if (Number.isInteger(count) && count >= least) return count
  throw new RangeError(`--${name} is "${values[name]}"; it must be a whole number, at least ${least}.`)
}
