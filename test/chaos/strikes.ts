import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from './chance.js'
import { parts } from './installation.js'
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
  const at = journal.now()
  const done = await harm(field, { kind, chance })
  if (done === undefined) return undefined
  const { what, over, api } = done
  const recovered = await until(() =>
    kind === 'relay' ? field.letterAfter(over) : grantedAfter(journal, { from: over, api }),
  )
  journal.disturbances.push({ what, from: at, to: recovered ?? journal.now() })
  return { kind, what, at, alone, recoveredMs: recovered === undefined ? undefined : recovered - over }
}

/** Long enough for everything that comes back by itself. */
const patienceMs = 60_000

const until = async (question: () => number | undefined): Promise<number | undefined> => {
  const giveUp = performance.now() + patienceMs
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
      return all.length === 0 ? undefined : kill(field, { pid: chance.pick(all), what: 'backend' })
    }
    case 'api': {
      const api = chance.below(2)
      const done = await killPart(field, api === 0 ? 'api-1' : 'api-2')
      return done && { ...done, api }
    }
    case 'database':
    case 'temporal':
    case 'worker':
    case 'relay':
      return await killPart(field, kind)
  }
}

const killPart = async (field: Field, part: Part): Promise<Done | undefined> => {
  const pid = await field.installation.pidOf(part)
  return pid === undefined ? undefined : kill(field, { pid, what: part })
}

const kill = ({ journal }: Field, { pid, what }: { pid: number; what: string }): Done => {
  process.kill(pid, 'SIGKILL')
  return { what, over: journal.now() }
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
export const everythingRuns = async ({ pidOf }: Installation, patience = patienceMs): Promise<boolean> => {
  const giveUp = performance.now() + patience
  while (performance.now() < giveUp) {
    const pids = await Promise.all(parts.map(pidOf))
    if (!pids.includes(undefined)) return true
    await pause(100)
  }
  return false
}
