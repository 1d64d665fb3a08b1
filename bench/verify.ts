import { loadavg } from 'node:os'
import process from 'node:process'
import { readFileSync } from 'node:fs'
import { replayer } from '../cli/evidence/replay.js'
import { verifyInTwo } from '../cli/evidence/verify-in-two.js'
import { followEntries } from '../verify/follow-entries.js'
import { verifyEvidence } from '../verify/verdict.js'
import { openZip } from '../verify/zip.js'
import { manyTimes } from './many-bases.js'
import { middleOf, rounded } from './statistics.js'

/**
 * How many entries a second an evidence file is checked at, everything included: hashes, chains, canonical form, tree,
 * signatures, order of steps, four eyes, and the replay through `evolve`:
 * `npm run -s bench:verify -- evidence.zip [entries] [rounds]`. The life in the file is repeated under new names until there
 * are so many entries, with a checkpoint for each 256, so that the file checked is as large as asked and as true as the first.
 * Each round measures the check as the verb runs it, on two threads, and then either half alone by the time it had a core: the
 * slower one is what two free cores reach, whatever else this machine had to do meanwhile.
 */
const [file, entries = '100000', rounds = '5'] = process.argv.slice(2)
if (file === undefined) throw new Error('Say: the evidence file of one base, how many entries, and how many rounds.')

const aim = 50_000
const files = manyTimes(openZip(readFileSync(file)), Number(entries))
const trust = { kept: [], keys: [] }
/** What a piece of work took of the cores, in milliseconds; collecting garbage is counted in. */
const cpuOf = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
const runs: {
  ms: number
  perSecond: number
  cpuMs: number
  computesMs: number
  followsMs: number
  onTwoCores: number
}[] = []
let figures: Readonly<Record<string, number>> = {}
for (let round = 0; round < Number(rounds); round += 1) {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const verdict = await verifyInTwo(files, trust)
  const ms = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  if (!verdict.sound) throw new Error(`The file of the measurement does not fit: ${verdict.first?.says.en}`)
  figures = verdict.figures
  const count = figures['entries'] ?? 0
  const computesMs = cpuOf(() => verifyEvidence(files, { ...trust, followsElsewhere: true }))
  const followsMs = cpuOf(() => followEntries(files, replayer(files).visit))
  runs.push({
    ms: rounded(ms),
    perSecond: Math.round((count / ms) * 1000),
    cpuMs: rounded((user + system) / 1000),
    computesMs: rounded(computesMs),
    followsMs: rounded(followsMs),
    onTwoCores: Math.round((count / Math.max(computesMs, followsMs)) * 1000),
  })
}
const perSecond = middleOf(runs.map((run) => run.perSecond))
const onTwoCores = middleOf(runs.map((run) => run.onTwoCores))
process.stdout.write(
  `${JSON.stringify({ measures: 'verify', aim, perSecond, onTwoCores, figures, loadBefore: loadavg()[0], raw: runs }, null, 2)}\n`,
)
