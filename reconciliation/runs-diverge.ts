import type { Divergence } from '../domain/divergence.js'
import { cancelId, catchUpName } from '../domain/workflow-names.js'
import type { Testimony } from './testimony.js'
import { beginningOf } from './beginnings.js'
import { explainedBy } from './news.js'
import type { RunFacts, ToldSignal } from './run-facts.js'

/** What was done to the runs themselves, and which of them can no longer be read. */
export const runsDiverge = (testimony: Testimony): readonly Divergence[] => {
  const { stream, runs, lost, copies } = testimony
  const isNews = explainedBy(testimony.news)
  const damaged = new Set(copies.flatMap(({ run, code }) => (code === 'copy_damaged' ? [run] : [])))
  return [
    ...lost.map((run) => ({ code: damaged.has(run) ? 'history_missing' : 'history_unsealed', stream, run }) as const),
    ...copies.map((copy) => ({ ...copy, stream })),
    ...runs.flatMap((facts) => [
      ...beginningOf(facts, testimony),
      ...incidentsOf(facts, testimony),
      ...signalsOf(facts, { testimony, isNews }),
    ]),
  ]
}

const incidentsOf = ({ run, incidents }: RunFacts, { stream, rehearsal }: Testimony): readonly Divergence[] =>
  incidents
    .filter(({ code }) => !(rehearsal && code === 'time_skipped'))
    .map((incident) => ({ ...incident, stream, run }))

const signalsOf = ({ run, signals }: RunFacts, { testimony, isNews }: Hearing): readonly Divergence[] =>
  signals
    .filter((signal) => !isExplained(signal, { run, testimony, isNews }))
    .map(({ name }) => ({ code: 'signal_by_hand', stream: testimony.stream, run, subject: name }))

interface Hearing {
  readonly testimony: Testimony
  readonly isNews: (signal: ToldSignal) => boolean
}

/**
 * A signal says what its sender has to say by its entries, whoever sent it: who wrote it is only an id, under which anybody may start
 * a workflow. A request to cancel may come from anywhere, but it is an entry of the ledger too; before the first entry there is nothing
 * to cancel.
 */
const isExplained = (
  signal: ToldSignal,
  { run, testimony: { stream, entries }, isNews }: Hearing & { readonly run: string },
): boolean => {
  // It carries nothing, and has the workflow read from its ledger: whoever sends it changes nothing.
  if (signal.name === catchUpName) return true
  if (signal.name === 'cancel') return entries.some(({ commandId }) => commandId === cancelId({ base: stream, run }))
  return isNews(signal)
}
