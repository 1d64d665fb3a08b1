import { readdirSync, readFileSync } from 'node:fs'

/** CPU time used so far by kinds of process, in milliseconds. */
export type CpuMs = Readonly<
  Record<'api' | 'worker' | 'relay' | 'baseline' | 'temporal' | 'postgres' | 'client', number>
>

interface Seen {
  readonly pid: number
  readonly parent: number
  readonly name: string
  readonly ms: number
}

/** One clock tick of the process table on Linux, 1/100 s. */
const tickMs = 10

/**
 * What each kind of process below `roots` and this process itself has used so far; undefined where there is no process
 * table to read (not Linux). Figures go in steps of 10 ms, so only sums over many operations mean anything.
 */
export const cpuUsed = (roots: {
  readonly stack: number
  readonly baselines: readonly number[]
  readonly self: number
}): CpuMs | undefined => {
  const all = processes()
  if (all === undefined) return undefined
  const below = descendants(all, roots.stack)
  const sum = (of: readonly Seen[], isMeant: (seen: Seen) => boolean): number =>
    of.filter(isMeant).reduce((total, { ms }) => total + ms, 0)
  const has = (part: string) => (seen: Seen) => seen.name.includes(part)
  return {
    api: sum(below, has('api/server.ts')),
    worker: sum(below, has('workers/worker.ts')),
    relay: sum(below, has('workers/send-letters.ts')),
    postgres: sum(below, has('postgres')),
    temporal: sum(below, has('server.yaml')) + sum(below, has('start-dev')),
    baseline: sum(all, ({ pid }) => roots.baselines.includes(pid)),
    client: sum(all, ({ pid }) => pid === roots.self),
  }
}

const processes = (): readonly Seen[] | undefined => {
  try {
    const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
    return pids.flatMap((pid) => seen(pid) ?? [])
  } catch {
    return undefined
  }
}

/** A process that ends while we look is left out. */
const seen = (pid: number): Seen | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const name = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    return { pid, parent: Number(fields[1]), name, ms: ticks * tickMs }
  } catch {
    return undefined
  }
}

const descendants = (all: readonly Seen[], root: number): readonly Seen[] => {
  const found = all.filter(({ parent }) => parent === root)
  return found.flatMap((child) => [child, ...descendants(all, child.pid)])
}
