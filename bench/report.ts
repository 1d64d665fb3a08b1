import type { CpuMs } from './cpu.js'
import type { HistoryShape } from './history-shape.js'
import { arms } from './rounds.js'
import type { Arm, TimedBlock, Plan } from './rounds.js'
import type { Stack } from './stack.js'
import { middleOf, ratio, rounded, spreadOf } from './statistics.js'
import type { Spread } from './statistics.js'
import type { WorkCheck } from './work-check.js'

/** What a decision may cost, as a multiple of an update that holds one empty local activity (issue: latency). */
export const aims = { p50: 1.25, p99: 1.5 } as const

export interface Report {
  readonly measures: 'decision'
  readonly plan: Plan
  readonly loadBefore: number
  readonly versions: Stack['versions']
  readonly arms: Readonly<Record<Arm, Spread & { readonly cpuMs: CpuMs | null }>>
  readonly ratios: {
    readonly aims: typeof aims
    readonly decisionToHeld: { readonly p50: number; readonly p99: number }
    readonly decisionToBare: { readonly p50: number; readonly p99: number }
    readonly decisionToWritten: { readonly p50: number; readonly p99: number }
    /** The floor of this machine: what of the first ratio remains when the rules and all rows but one cost nothing. */
    readonly writtenToHeld: { readonly p50: number; readonly p99: number }
    /** The ratio of the medians in each round: its own middle, lowest and highest. */
    readonly perRound: { readonly median: number; readonly min: number; readonly max: number }
  }
  readonly histories: Readonly<Record<'bases' | 'baselines', HistoryShape>>
  readonly check: WorkCheck
  readonly raw: readonly { readonly arm: Arm; readonly round: number; readonly ms: readonly number[] }[]
}

type Known = Pick<Report, 'plan' | 'loadBefore' | 'versions' | 'histories' | 'check'>

/** The figures of a run: each arm over all rounds, and the ratios of decisions to both baselines. */
export const reportOf = (blocks: readonly TimedBlock[], known: Known): Report => {
  const figures = {
    decision: figuresOf(blocks, 'decision'),
    written: figuresOf(blocks, 'written'),
    held: figuresOf(blocks, 'held'),
    bare: figuresOf(blocks, 'bare'),
  }
  const against = (other: Spread, one: Spread = figures.decision) => ({
    p50: ratio(one.p50, other.p50),
    p99: ratio(one.p99, other.p99),
  })
  const rounds = [...new Set(blocks.filter(({ arm }) => arm === 'decision').map(({ round }) => round))]
  const medianIn = (round: number, arm: Arm): number =>
    spreadOf(
      samplesOf(
        blocks.filter((block) => block.round === round),
        arm,
      ),
    ).p50
  return {
    measures: 'decision',
    ...known,
    arms: figures,
    ratios: {
      aims,
      decisionToHeld: against(figures.held),
      decisionToBare: against(figures.bare),
      decisionToWritten: against(figures.written),
      writtenToHeld: against(figures.held, figures.written),
      perRound: middleOf(rounds.map((round) => ratio(medianIn(round, 'decision'), medianIn(round, 'held')))),
    },
    raw: blocks.map(({ arm, round, ms }) => ({ arm, round, ms: ms.map(rounded) })),
  }
}

const samplesOf = (blocks: readonly TimedBlock[], arm: Arm): readonly number[] =>
  blocks.filter((block) => block.arm === arm).flatMap(({ ms }) => ms)

const figuresOf = (blocks: readonly TimedBlock[], arm: Arm): Report['arms'][Arm] => {
  const spread = spreadOf(samplesOf(blocks, arm))
  const used = blocks.flatMap((block) => (block.arm === arm && block.cpu !== undefined ? [block.cpu] : []))
  const each = (kind: keyof CpuMs): number => rounded(used.reduce((sum, cpu) => sum + cpu[kind], 0) / spread.n)
  const cpuMs = {
    api: each('api'),
    worker: each('worker'),
    relay: each('relay'),
    baseline: each('baseline'),
    temporal: each('temporal'),
    postgres: each('postgres'),
    client: each('client'),
  }
  return { ...spread, cpuMs: used.length === 0 ? null : cpuMs }
}

const titles: Readonly<Record<Arm, string>> = {
  decision: 'decision over HTTP',
  written: 'least HTTP, update, one commit',
  held: 'update, one empty local activity',
  bare: 'update that does nothing',
}

/** The report in words and columns, for a person. */
export const reportText = ({ arms: figures, ratios, histories, ...report }: Report): string => {
  const columns = ['n', 'p50', 'p90', 'p99', 'min', 'max'] as const
  const row = (title: string, cells: readonly string[]): string =>
    title.padEnd(34) + cells.map((cell) => cell.padStart(9)).join('')
  const kinds = ['client', 'api', 'worker', 'relay', 'baseline', 'temporal', 'postgres'] as const
  const told = (figure: number, aim: number): string => `${figure} (aim ≤ ${aim}${figure <= aim ? '' : ', missed'})`
  const { decisionToHeld, decisionToBare, decisionToWritten, writtenToHeld, perRound } = ratios
  const { node, temporalServer, postgres } = report.versions
  const { check, plan } = report
  return [
    row(`ms, concurrency ${plan.concurrency}`, columns),
    ...arms.map((arm) =>
      row(
        titles[arm],
        columns.map((column) => String(figures[arm][column])),
      ),
    ),
    '',
    row('CPU ms each', kinds),
    ...arms.map((arm) =>
      row(
        titles[arm],
        kinds.map((kind) => String(figures[arm].cpuMs?.[kind] ?? '–')),
      ),
    ),
    '',
    `decision / local activity   p50 ${told(decisionToHeld.p50, aims.p50)}   p99 ${told(decisionToHeld.p99, aims.p99)}`,
    `  medians by round          ${perRound.median} (${perRound.min}–${perRound.max})`,
    `decision / bare update      p50 ${decisionToBare.p50}   p99 ${decisionToBare.p99}`,
    `decision / least written    p50 ${decisionToWritten.p50}   p99 ${decisionToWritten.p99}`,
    `least written / local act.  p50 ${writtenToHeld.p50}   p99 ${writtenToHeld.p99}   (no decision can be below)`,
    `histories                   bases ${shape(histories.bases)}`,
    `                            baselines ${shape(histories.baselines)}`,
    `work done                   ${check.holds ? 'yes' : 'NO'}: ${check.decisions.inLedger} of ${check.decisions.sent} decisions in the ledger, ` +
      `${check.chains.verified} of ${check.chains.of} chains verify`,
    `Node ${node}, Temporal ${temporalServer}, PostgreSQL ${postgres}; load before ${report.loadBefore}`,
  ].join('\n')
}

const shape = ({ events, updates, workflowTasks, markers, timers, activities }: HistoryShape): string =>
  `${updates} updates, ${workflowTasks} workflow tasks, ${markers} markers, ${timers} timers, ${activities} activities, ${events} events`
