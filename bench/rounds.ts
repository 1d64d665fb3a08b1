import process from 'node:process'
import { kinds, openBaseline } from './baseline.js'
import type { Baseline, Kind } from './baseline.js'
import { cpuUsed } from './cpu.js'
import type { CpuMs } from './cpu.js'
import { openDecisions } from './decisions.js'
import type { Decisions } from './decisions.js'
import type { Stack } from './stack.js'
import { restful } from './work-check.js'

export const arms = ['decision', ...kinds] as const
export type Arm = (typeof arms)[number]

/** The samples of one block, in milliseconds, and what the processes used for it. */
export interface TimedBlock {
  readonly arm: Arm
  readonly round: number
  readonly ms: readonly number[]
  readonly cpu: CpuMs | undefined
}

export interface Plan {
  readonly rounds: number
  /** Decisions in one block; each round has two blocks of each arm. */
  readonly block: number
  readonly warmUp: number
  readonly concurrency: number
  /** Milliseconds between the end of one operation and the start of the next, in every arm alike. */
  readonly pace: number
}

export interface Rounds {
  readonly blocks: readonly TimedBlock[]
  readonly decisions: Decisions
  readonly baseline: Baseline
  readonly sent: Readonly<Record<Kind, number>>
}

/**
 * Plays all rounds on one stack: after a warm-up that is thrown away, each round runs the arms there and back (A-B-C,
 * C-B-A), so that what drifts during the run falls on all alike. Ends early when the bases have no decision left.
 */
export const playRounds = async (stack: Stack, { rounds, block, warmUp, ...pacing }: Plan): Promise<Rounds> => {
  const decisions = await openDecisions(stack.api)
  const baseline = await openBaseline(stack, { workflows: decisions.bases.length })
  const sent = { bare: 0, held: 0, written: 0 }
  const players: Record<Arm, (count: number) => Promise<Omit<TimedBlock, 'arm' | 'round'>>> = {
    decision: async (count) => {
      const acts = await decisions.prepare(count)
      await restful(stack.db)
      return await metered(stack, () => decisions.run(acts, pacing))
    },
    written: (count) => metered(stack, () => raw('written', count)),
    held: (count) => metered(stack, () => raw('held', count)),
    bare: (count) => metered(stack, () => raw('bare', count)),
  }
  const raw = (kind: Kind, count: number): Promise<number[]> => {
    sent[kind] += count
    return baseline.run(kind, { count, ...pacing })
  }
  for (const arm of arms) await players[arm](warmUp)
  const blocks: TimedBlock[] = []
  for (let round = 1; round <= rounds; round += 1) {
    for (const arm of [...arms, ...arms.toReversed()]) {
      await restful(stack.db)
      const played = await players[arm](block)
      if (played.ms.length > 0) blocks.push({ arm, round, ...played })
    }
  }
  return { blocks, decisions, baseline, sent }
}

const metered = async (
  { pids }: Stack,
  work: () => Promise<readonly number[]>,
): Promise<Omit<TimedBlock, 'arm' | 'round'>> => {
  const roots = { ...pids, self: process.pid }
  const before = cpuUsed(roots)
  const ms = await work()
  const after = cpuUsed(roots)
  return { ms, cpu: before === undefined || after === undefined ? undefined : spent(before, after) }
}

const spent = (before: CpuMs, after: CpuMs): CpuMs => ({
  api: after.api - before.api,
  worker: after.worker - before.worker,
  relay: after.relay - before.relay,
  baseline: after.baseline - before.baseline,
  temporal: after.temporal - before.temporal,
  postgres: after.postgres - before.postgres,
  client: after.client - before.client,
})
