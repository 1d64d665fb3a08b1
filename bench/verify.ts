import { loadavg } from 'node:os'
import process from 'node:process'
import { readFileSync } from 'node:fs'
import { verifyReplayed } from '../cli/evidence/replay.js'
import { openZip } from '../verify/zip.js'
import { manyTimes } from './many-bases.js'
import { middleOf, rounded } from './statistics.js'

/**
 * How many entries a second an evidence file is checked at, everything included: hashes, chains, canonical form, tree,
 * signatures, order of steps, four eyes, and the replay through `evolve`:
 * `npm run -s bench:verify -- evidence.zip [entries] [rounds]`. The life in the file is repeated under new names until there
 * are so many entries, with a checkpoint for each 256, so that the file checked is as large as asked and as true as the first.
 */
const [file, entries = '100000', rounds = '5'] = process.argv.slice(2)
if (file === undefined) throw new Error('Say: the evidence file of one base, how many entries, and how many rounds.')

const aim = 50_000
const files = manyTimes(openZip(readFileSync(file)), Number(entries))
const runs: { ms: number; perSecond: number; cpuMs: number; perCpuSecond: number }[] = []
let figures: Readonly<Record<string, number>> = {}
for (let round = 0; round < Number(rounds); round += 1) {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const verdict = verifyReplayed(files, { kept: [], keys: [] })
  const ms = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  if (!verdict.sound) throw new Error(`The file of the measurement does not fit: ${verdict.first?.says.en}`)
  figures = verdict.figures
  const [count, cpuMs] = [figures['entries'] ?? 0, (user + system) / 1000]
  const [perSecond, perCpuSecond] = [Math.round((count / ms) * 1000), Math.round((count / cpuMs) * 1000)]
  runs.push({ ms: rounded(ms), perSecond, cpuMs: rounded(cpuMs), perCpuSecond })
}
const perSecond = middleOf(runs.map((run) => run.perSecond))
/** What one core does alone, whatever else the machine had to do meanwhile; collecting garbage is counted in. */
const perCpuSecond = middleOf(runs.map((run) => run.perCpuSecond))
process.stdout.write(
  `${JSON.stringify({ measures: 'verify', aim, perSecond, perCpuSecond, figures, loadBefore: loadavg()[0], raw: runs }, null, 2)}\n`,
)
