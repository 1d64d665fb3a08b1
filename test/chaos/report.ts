import { quantile } from '../../bench/statistics.js'
import { faultKinds } from './fault.js'
import type { Fault, FaultKind } from './fault.js'
import type { LeftOver } from './calm.js'
import type { Attempt } from './journal.js'
import type { Strike } from './strikes.js'

/** Recovery times of one kind of strike, in milliseconds. */
export interface Recovery {
  readonly kind: string
  readonly n: number
  readonly p50: number
  readonly p95: number
  readonly max: number
}

/** What a storm came to. */
export interface Report {
  readonly seed: string
  readonly minutes: number
  readonly bases: number
  readonly clients: number
  readonly load: { readonly before: number; readonly after: number }
  /** What could not be arranged on this machine, and why. */
  readonly notRun: readonly string[]
  readonly commands: {
    readonly sent: number
    readonly acknowledged: number
    readonly accepted: number
    readonly refused: number
  }
  /** Requests by their answer; `none` where the connection was lost or nothing came. */
  readonly requests: Readonly<Record<string, number>>
  readonly slowestMs: number
  /** What the APIs met and had no name for, as their logs have it: each is a defect. */
  readonly defects: readonly string[]
  readonly strikes: Readonly<Record<string, number>>
  /** Each strike with its moment, so that a fault can be laid beside what was done. */
  readonly struck: readonly Strike[]
  readonly recovery: readonly Recovery[]
  readonly notRecovered: readonly string[]
  readonly mail: {
    readonly moods: Readonly<Record<string, number>>
    readonly letters: number
    readonly cameAgain: number
    readonly unknown: number
  }
  readonly entries: number
  readonly papers: number
  readonly leftOver: LeftOver
  /** The first commands that were left under way. */
  readonly commandsLeft: readonly string[]
  readonly faults: Readonly<Record<FaultKind, number>>
  /** The first of each kind, with their evidence. */
  readonly evidence: readonly Fault[]
}

/** How many faults there are of each kind; 0 where there is none. */
export const countFaults = (faults: readonly Fault[]): Report['faults'] => {
  const count = (kind: FaultKind): number => faults.filter((fault) => fault.kind === kind).length
  return {
    lost: count('lost'),
    doubled: count('doubled'),
    answered_otherwise: count('answered_otherwise'),
    other_bytes: count('other_bytes'),
    conflict_untold: count('conflict_untold'),
    unanswered: count('unanswered'),
    note_missing: count('note_missing'),
    false_accusation: count('false_accusation'),
    unsound: count('unsound'),
    letter_doubled: count('letter_doubled'),
    letter_missing: count('letter_missing'),
    paper_doubled: count('paper_doubled'),
    paper_missing: count('paper_missing'),
  }
}

const toldOfEach = 8

/** The first few faults of each kind: enough to see what it is. */
export const firstOfEach = (faults: readonly Fault[]): readonly Fault[] => {
  const seen = new Map<FaultKind, number>()
  return faults.filter(({ kind }) => {
    seen.set(kind, (seen.get(kind) ?? 0) + 1)
    return (seen.get(kind) ?? 0) <= toldOfEach
  })
}

/** Recovery by kind of strike, from those that came when nothing else was broken. */
export const recoveries = (strikes: readonly Strike[]): readonly Recovery[] =>
  [...new Set(strikes.map(({ kind }) => kind))].sort().flatMap((kind) => {
    const times = strikes
      .flatMap((one) => (one.kind === kind && one.alone && one.recoveredMs !== undefined ? [one.recoveredMs] : []))
      .sort((one, other) => one - other)
    return times.length === 0 ? [] : [recoveryOf(kind, times)]
  })

/** The spread of some times, in rising order. */
export const recoveryOf = (kind: string, times: readonly number[]): Recovery => ({
  kind,
  n: times.length,
  p50: quantile(times, 0.5),
  p95: quantile(times, 0.95),
  max: times.at(-1) ?? Number.NaN,
})

/** How often requests were answered with which status. */
export const byStatus = (attempts: readonly Attempt[]): Report['requests'] => {
  const counted = new Map<string, number>()
  for (const { status } of attempts)
    counted.set(String(status ?? 'none'), (counted.get(String(status ?? 'none')) ?? 0) + 1)
  return Object.fromEntries([...counted].sort(([one], [other]) => one.localeCompare(other)))
}

/** The report for a person. */
export const reportText = (report: Report): string => {
  const { commands, mail, load, leftOver } = report
  return [
    `seed ${report.seed}, ${report.minutes} minutes, ${report.bases} bases, ${report.clients} clients; load ${load.before} before, ${load.after} after`,
    ...report.notRun.map((line) => `not run: ${line}`),
    '',
    `commands sent ${commands.sent}, acknowledged ${commands.acknowledged} (${commands.accepted} accepted, ${commands.refused} refused)`,
    `requests ${pairsOf(report.requests)}; the slowest took ${report.slowestMs} ms`,
    ...report.defects.map((line) => `a defect in an API: ${line}`),
    `entries ${report.entries}, papers ${report.papers}, letters ${mail.letters} (${mail.cameAgain} came again as they may, ${mail.unknown} binding ones unknown)`,
    `mail server ${pairsOf(mail.moods)}`,
    `strikes ${pairsOf(report.strikes)}`,
    ...report.notRecovered.map((line) => `not recovered within a minute: ${line}`),
    `left under way: ${pairsOf({ ...leftOver })}`,
    ...report.commandsLeft.map((line) => `  ${line}`),
    '',
    ...recoveryTable(report.recovery),
    '',
    ...Object.entries(faultKinds).map(([kind, says]) => `${String(faultsOf(report, kind)).padStart(6)}  ${says}`),
    ...(report.evidence.length === 0 ? [] : ['', ...report.evidence.map(faultLine)]),
  ].join('\n')
}

const faultsOf = ({ faults }: Report, kind: string): number =>
  Object.entries(faults).find(([one]) => one === kind)?.[1] ?? 0

const faultLine = ({ kind, subject, says }: Fault): string => `${kind}: ${subject}: ${says}`

const pairsOf = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')

/** Recovery times as a table. */
export const recoveryTable = (rows: readonly Recovery[]): readonly string[] => [
  `${'recovery, ms'.padEnd(28)}${['n', 'p50', 'p95', 'max'].map((title) => title.padStart(8)).join('')}`,
  ...rows.map(
    ({ kind, n, p50, p95, max }) =>
      kind.padEnd(28) + [n, p50, p95, max].map((figure) => String(Math.round(figure)).padStart(8)).join(''),
  ),
]
