import { Client } from '@temporalio/client'
import type { Connection } from '@temporalio/client'
import { isRunId, workflowIdOf } from '../../domain/ids.js'
import { at, factsOf, numberAt } from '../../reconciliation/facts-of.js'
import type { DecodedHistory } from '../../reconciliation/facts-of.js'
import { toldIn } from '../../reconciliation/told-rows.js'
import type { ToldByRun } from '../../reconciliation/told-rows.js'
import { walkRuns } from '../../reconciliation/walk-runs.js'
import { haveStreams } from '../../workflows/messages.js'
import { isGone, reading } from '../witness/history-readers.js'

/**
 * Every run of the workflows of a namespace, by their streams, whether the database knows them or not. A revived or healed
 * workflow, and a second one under the same id, begin afresh: no run names the one before, so the server is asked for all.
 */
export async function runsIn(
  connection: Connection,
  namespace: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { workflow } = new Client({ connection, namespace })
  const found = new Map<string, string[]>()
  for await (const { workflowId, runId } of workflow.list({ query: haveStreams })) {
    const stream = workflowId.slice(workflowId.indexOf('/') + 1)
    found.set(stream, [...(found.get(stream) ?? []), runId])
  }
  return found
}

interface Place {
  readonly namespace: string
  readonly stream: string
  /** Runs that are known of; those they continue, and the latest, are found from there. */
  readonly named: readonly string[]
}

/** What the histories of a stream tell, and how the latest of its runs stands. */
export interface ToldStream extends ToldByRun {
  /** The last entry the latest run knows of; 0 for none. */
  readonly reached: number
  /** Whether its workflow runs; false where there is none. */
  readonly runs: boolean
}

/** What all runs of a stream's workflow tell that the server still has; of runs it has lost nothing is told. */
export async function toldOf(connection: Connection, { namespace, stream, named }: Place): Promise<ToldStream> {
  const { workflow } = new Client({ connection, namespace })
  const histories = new Map<string, ReadRun>()
  const latest = await historyOf(workflow, { stream, run: undefined })
  await walkRuns(
    async (run) => {
      const history = run === undefined || run === latest?.run ? latest : await historyOf(workflow, { stream, run })
      if (history === undefined) return undefined
      histories.set(history.run, history)
      return factsOf(history, reading)
    },
    { named, listed: [] },
  )
  const told = [...histories.values()].map((history) => toldIn(history, reading))
  return {
    reached: latest === undefined ? 0 : reachOf(latest),
    runs: latest?.ended === false,
    rows: told.flatMap(({ rows }) => rows),
    bare: told.flatMap(({ bare }) => bare),
    commands: told.flatMap(({ commands }) => commands),
    unnoted: told.flatMap(({ unnoted }) => unnoted),
  }
}

interface ReadRun extends DecodedHistory {
  readonly ended: boolean
  /** The last entry of the state it was begun with. */
  readonly carried: number
}

const reachOf = (history: ReadRun): number => {
  const { rows, bare } = toldIn(history, reading)
  return Math.max(history.carried, ...rows.map(({ seq }) => seq), ...bare)
}

/** A run, or without `run` the latest one, as the server has it; undefined where it has none. */
async function historyOf(
  workflow: Client['workflow'],
  { stream, run }: { readonly stream: string; readonly run: string | undefined },
): Promise<ReadRun | undefined> {
  if (run !== undefined && !isRunId(run)) return undefined
  const id = workflowIdOf(stream)
  try {
    const runId = run ?? (await workflow.getHandle(id).describe()).runId
    const { events } = await workflow.getHandle(id, runId).fetchHistory()
    const input = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]?.data
    const state = at(at(input ? reading.read(input) : undefined, 'carried'), 'state')
    const { ended } = factsOf({ run: runId, events: events ?? [] }, reading)
    return { run: runId, events: events ?? [], ended, carried: numberAt(state, 'seq') ?? 0 }
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}
