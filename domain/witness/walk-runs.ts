import type { RunFacts } from './run-facts.js'

/** Gives the facts of a run, or without `run` of the latest one; undefined where neither the server nor a sealed copy has it. */
export type ReadRun = (run?: string) => Promise<RunFacts | undefined>

/**
 * Every run of a workflow that can be found: those the ledger names, the latest one, those they continue, and those that
 * were left by a reset. Runs that are named and can no longer be read are told apart as lost.
 */
export const walkRuns = async (
  read: ReadRun,
  named: readonly string[],
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
  for (let run = ahead.pop(); run !== undefined; run = ahead.pop()) {
    if (found.has(run) || lost.has(run)) continue
    const facts = await read(run)
    if (facts === undefined) lost.add(run)
    else keep(facts)
  }
  return { runs: [...found.values()], lost: [...lost] }
}
