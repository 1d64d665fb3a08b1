import { expect, test } from '@jest/globals'
import { reportOf, reportText } from '../../bench/report.js'
import type { TimedBlock } from '../../bench/rounds.js'
import { isDone } from '../../bench/work-check.js'

const cpu = { api: 20, worker: 40, relay: 0, baseline: 0, temporal: 60, postgres: 10, client: 5 }
const blocks: readonly TimedBlock[] = [1, 2].flatMap((round): TimedBlock[] => [
  { arm: 'decision', round, ms: [12, 13], cpu },
  { arm: 'written', round, ms: [12, 12], cpu },
  { arm: 'held', round, ms: [10, 10], cpu },
  { arm: 'bare', round, ms: [8, 8], cpu: undefined },
])
const shape = { events: 10, updates: 2, workflowTasks: 2, markers: 2, timers: 0, activities: 0 }
const work = {
  decisions: { sent: 4, inLedger: 4, answered: 4 },
  chains: { verified: 2, of: 2 },
  baselines: { written: { sent: 4, answered: 4 }, bare: { sent: 4, answered: 4 }, held: { sent: 4, answered: 4 } },
}
const known = {
  plan: { rounds: 2, block: 2, warmUp: 1, concurrency: 1, pace: 0 },
  loadBefore: 0.2,
  versions: { node: 'v20.20.2', temporalServer: '1.32.1', postgres: '18' },
  histories: { bases: shape, baselines: shape },
  check: { holds: true, ...work },
}

test('a decision is told as a multiple of the update with one empty local activity and of the bare one', () => {
  const { arms, ratios, raw } = reportOf(blocks, known)
  expect(arms.decision).toMatchObject({ n: 4, p50: 12, p99: 13, cpuMs: { worker: 20, api: 10 } })
  expect(arms.bare.cpuMs).toBeNull()
  expect(ratios).toMatchObject({
    decisionToHeld: { p50: 1.2, p99: 1.3 },
    decisionToBare: { p50: 1.5, p99: 1.625 },
    decisionToWritten: { p50: 1, p99: 1.083 },
    writtenToHeld: { p50: 1.2, p99: 1.2 },
    perRound: { median: 1.2, min: 1.2, max: 1.2 },
  })
  expect(raw.map(({ arm, round, ms }) => [arm, round, ms.length])).toEqual(
    blocks.map(({ arm, round, ms }) => [arm, round, ms.length]),
  )
})

test('an aim that was missed is named as missed, and only then', () => {
  expect(reportText(reportOf(blocks, known))).not.toContain('missed')
  const slow = blocks.map((block) => (block.arm === 'decision' ? { ...block, ms: [20, 20] } : block))
  expect(reportText(reportOf(slow, known))).toContain('2 (aim ≤ 1.25, missed)')
})

test('the work counts as done only when every decision, chain and update is found', () => {
  expect(isDone(work)).toBe(true)
  const lacks = [
    { ...work, decisions: { sent: 0, inLedger: 0, answered: 0 } },
    { ...work, decisions: { ...work.decisions, inLedger: 3 } },
    { ...work, decisions: { ...work.decisions, answered: 3 } },
    { ...work, chains: { verified: 1, of: 2 } },
    { ...work, baselines: { ...work.baselines, held: { sent: 4, answered: 3 } } },
  ]
  expect(lacks.map(isDone)).toEqual(lacks.map(() => false))
})
