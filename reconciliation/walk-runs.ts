import type { RunFacts } from './run-facts.js'

/** Gives the facts of a run, or without `run` of the latest one; undefined where neither the server nor a sealed copy has it. */
export type ReadRun = (run?: string) => Promise<RunFacts | undefined>

/** Where a walk begins beside the latest run. */
export interface KnownRuns {
  /** Runs that the ledger or a sealed copy names. */
  readonly named: readonly string[]
  /** Runs that the server lists, which is late to list a new one and late to strike out one that it removed. */
  readonly listed: readonly string[]
  /** Runs that need not be read, with the one each continues. */
  readonly settled?: ReadonlyMap<string, string | undefined>
}

/**
 * Every run of a workflow that can be found: those that are named or listed, the latest one, those they continue, and those
 * that were left by a reset. A revived run, or a second life under the same name, continues none: only a list leads from one
 * to the other. Runs that are named and can no longer be read are told apart as lost.
 */
export const walkRuns = async (
  read: ReadRun,
  { named, listed, settled = new Map() }: KnownRuns,
): Promise<{ readonly runs: readonly RunFacts[]; readonly lost: readonly string[] }> => {
  const found = new Map<string, RunFacts>()
  const lost = new Set<string>()
  const latest = await read()
  const ahead = [...named]
  const keep = (facts: RunFacts): void => {
    found.set(facts.run, facts)
    for (const run of [facts.continues, facts.resetFrom]) if (run !== undefined) ahead.push(run)
  }
  if (latest !== undefined) keep(latest)
  for (const before of settled.values()) if (before !== undefined) ahead.push(before)
  for (const run of listed) {
    const facts = found.has(run) || settled.has(run) ? undefined : await read(run)
    if (facts !== undefined) keep(facts)
  }
  for (let run = ahead.pop(); run !== undefined; run = ahead.pop()) {
    if (found.has(run) || lost.has(run) || settled.has(run)) continue
    const facts = await read(run)
    if (facts === undefined) lost.add(run)
    else keep(facts)
  }
  return { runs: [...found.values()], lost: [...lost] }
}
