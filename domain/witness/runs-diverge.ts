import { baseWorkflowId, programmeWorkflowId } from '../ids.js'
import type { Divergence } from './divergence.js'
import type { Testimony } from './diverges.js'
import type { RunFacts, ToldSignal } from './run-facts.js'

/** What was done to the runs themselves, and which of them can no longer be read. */
export const runsDiverge = (testimony: Testimony): readonly Divergence[] => {
  const { stream, runs, lost } = testimony
  return [
    ...lost.map((run) => ({ code: 'history_missing' as const, stream, run })),
    ...runs.flatMap((facts) => [...incidentsOf(facts, testimony), ...signalsOf(facts, testimony)]),
  ]
}

const incidentsOf = ({ run, incidents }: RunFacts, { stream, rehearsal }: Testimony): readonly Divergence[] =>
  incidents
    .filter(({ code }) => !(rehearsal && code === 'time_skipped'))
    .map((incident) => ({ ...incident, stream, run }))

const signalsOf = ({ run, signals }: RunFacts, testimony: Testimony): readonly Divergence[] =>
  signals
    .filter((signal) => !isExplained(signal, { run, testimony }))
    .map(({ name }) => ({ code: 'signal_by_hand', stream: testimony.stream, run, subject: name }))

/**
 * A base is told things by its programme, and a programme by its bases. A request to cancel may come from anywhere, but
 * it is an entry of the ledger too; before the first entry there is nothing to cancel.
 */
const isExplained = (
  { name, from }: ToldSignal,
  { run, testimony: { stream, entries } }: { run: string; testimony: Testimony },
): boolean => {
  // It carries nothing, and has the workflow read from its ledger: whoever sends it changes nothing.
  if (name === 'catch_up') return true
  if (name === 'cancel') return entries.some(({ commandId }) => commandId === `cancel:${stream}:${run}`)
  const [programme = stream] = stream.split('-', 1)
  if (stream.includes('-')) return from === programmeWorkflowId(programme)
  return from?.startsWith(baseWorkflowId(`${programme}-`)) === true
}
