import { setTimeout as pause } from 'node:timers/promises'
import { signal } from '../../workers/embedded/running-process.js'
import type { Chance } from './chance.js'
import type { Installation, Part } from './installation.js'
import { grantedAfter } from './journal.js'
import type { Journal } from './journal.js'
import { disks } from './small-disks.js'
import type { SmallDisks } from './small-disks.js'
import { pairs, someToxic } from './toxiproxy.js'
import type { Network } from './toxiproxy.js'

/** What can be done to an installation. */
export type StrikeKind = 'database' | 'backend' | 'temporal' | 'worker' | 'api' | 'relay' | 'network' | 'disk'

/** What was done and how long it was until a wish was granted again. */
export interface Strike {
  readonly kind: StrikeKind
  readonly what: string
  readonly at: number
  /** From the kill, or from the end of a disturbance, to the first wish sent after it and granted; for a relay, to the next letter. */
  readonly recoveredMs: number | undefined
  /** Whether nothing else was still broken, so that the time says something about this kind. */
  readonly alone: boolean
}

export interface Field {
  readonly installation: Installation
  readonly journal: Journal
  readonly network: Network | undefined
  readonly disks: SmallDisks | undefined
  /** When the next letter after a moment was taken, if one was. */
  readonly letterAfter: (from: number) => number | undefined
  /** Sends a wish about a base right now, through one API where one is named, so that there is one to be granted. */
  readonly probe: (probe: Probe) => Promise<void>
  /** Bases that were nominated so far. */
  readonly bases: () => readonly string[]
  /** Sends a wish about a base in one of the ways people do, and does not wait for what becomes of it. */
  readonly bait: (base: string, chance: Chance) => void
  /** How long a strike waits until wishes are granted again, in milliseconds; left out: as long as everything needs that comes back by itself. */
  readonly patienceMs?: number
}

export interface Probe {
  readonly kind: StrikeKind
  readonly base: string
  readonly chance: Chance
  readonly api?: number | undefined
}

/** Kinds of strikes for ever, every kind as often as any other. */
export function* strikesByChance(chance: Chance, { network, disks: small }: Pick<Field, 'network' | 'disks'>) {
  const possible = kinds.filter((kind) => (kind !== 'network' || network) && (kind !== 'disk' || small))
  for (;;) yield* chance.shuffled(possible)
}

const kinds: readonly StrikeKind[] = [
  ...(['database', 'backend', 'backend', 'temporal', 'worker', 'worker'] as const),
  ...(['api', 'relay', 'network', 'network', 'disk'] as const),
]

/** Strikes once and waits until wishes are granted again; nothing where there was nothing to strike. */
export const strike = async (
  field: Field,
  { kind, chance, alone }: { kind: StrikeKind; chance: Chance; alone: boolean },
): Promise<Strike | undefined> => {
  const { journal } = field
  const bases = field.bases()
  if (bases.length === 0) return undefined
  const base = chance.pick(bases)
  // Half of the strikes come while a command about that base is in somebody's hands.
  if (chance.oneIn(2)) {
    field.bait(base, chance.of(`bait ${chance.next()}`))
    await pause(chance.between(0, 60))
  }
  const at = journal.now()
  const done = await harm(field, { kind, chance })
  if (done === undefined) return undefined
  const { what, over, api } = done
  const probing = field.probe({ kind, base, chance, api })
  const recovered = await until(
    () => (kind === 'relay' ? field.letterAfter(over) : grantedAfter(journal, { from: over, api })),
    field.patienceMs,
  )
  if (recovered !== undefined) await probing
  journal.disturbances.push({ what, from: at, to: recovered ?? journal.now() })
  return { kind, what, at, alone, recoveredMs: recovered === undefined ? undefined : recovered - over }
}

/** Long enough for everything that comes back by itself. */
const patienceMs = 60_000

const until = async (question: () => number | undefined, patience = patienceMs): Promise<number | undefined> => {
  const giveUp = performance.now() + patience
  while (performance.now() < giveUp) {
    const answer = question()
    if (answer !== undefined) return answer
    await pause(25)
  }
  return undefined
}

interface Done {
  readonly what: string
  /** The moment from which it may recover. */
  readonly over: number
  readonly api?: number
}

const harm = async (
  field: Field,
  { kind, chance }: { kind: StrikeKind; chance: Chance },
): Promise<Done | undefined> => {
  switch (kind) {
    case 'network':
      return await disturbLine(field, chance)
    case 'disk':
      return await fillDisk(field, chance)
    case 'backend': {
      const all = await field.installation.backends()
      return all.length === 0 ? undefined : await kill(field, { pid: chance.pick(all), what: 'backend', chance })
    }
    case 'api': {
      const api = chance.below(2)
      const done = await killPart(field, { part: api === 0 ? 'api-1' : 'api-2', chance })
      return done && { ...done, api }
    }
    case 'database':
    case 'temporal':
    case 'worker':
    case 'relay':
      return await killPart(field, { part: kind, chance })
  }
}

const killPart = async (field: Field, { part, chance }: { part: Part; chance: Chance }): Promise<Done | undefined> => {
  const pid = await field.installation.pidOf(part)
  return pid === undefined ? undefined : await kill(field, { pid, what: part, chance })
}

/** Kills at once, or after a moment in which the process says nothing and keeps its lines. */
const kill = async (
  { journal }: Field,
  { pid, what, chance }: { pid: number; what: string; chance: Chance },
): Promise<Done> => {
  const freezes = chance.oneIn(2)
  if (freezes) {
    signal(pid, 'SIGSTOP')
    await pause(chance.between(100, 600))
  }
  signal(pid, 'SIGKILL')
  return { what: freezes ? `${what} (frozen first)` : what, over: journal.now() }
}

const disturbLine = async ({ network, journal }: Field, chance: Chance): Promise<Done | undefined> => {
  if (network === undefined) return undefined
  const pair = chance.pick(pairs)
  const toxic = someToxic(chance)
  await network.disturb(pair, toxic)
  await pause(chance.between(2_000, 6_000))
  await network.clear(pair)
  return { what: `${toxic.type} ${pair}`, over: journal.now() }
}

const fillDisk = async ({ disks: small, journal }: Field, chance: Chance): Promise<Done | undefined> => {
  if (small === undefined) return undefined
  const disk = chance.pick(disks)
  small.fill(disk)
  await pause(chance.between(2_000, 6_000))
  small.empty(disk)
  return { what: `full ${disk}`, over: journal.now() }
}

/** Waits until every part has a process again; false when that takes too long. */
export const everythingRuns = async ({ parts, pidOf }: Installation, patience = patienceMs): Promise<boolean> => {
  const giveUp = performance.now() + patience
  while (performance.now() < giveUp) {
    const pids = await Promise.all(parts.map(pidOf))
    if (!pids.includes(undefined)) return true
    await pause(100)
  }
  return false
}
