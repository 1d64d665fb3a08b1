import { Client } from '@temporalio/client'
import type { Connection } from '@temporalio/client'
import { isRunId, workflowIdOf } from '../../domain/ids.js'
import { at, factsOf, numberAt } from '../../domain/witness/facts-of.js'
import type { RunHistory } from '../../domain/witness/facts-of.js'
import { toldIn } from '../../domain/witness/told-rows.js'
import type { Told } from '../../domain/witness/told-rows.js'
import { walkRuns } from '../../domain/witness/walk-runs.js'
import { workflowTypes } from '../../workflows/messages.js'
import { isGone, reading } from '../witness/history-readers.js'

/** Streams of a namespace as its workflows are named, whether the database knows them or not. */
export async function streamsIn(connection: Connection, namespace: string): Promise<readonly string[]> {
  const { workflow } = new Client({ connection, namespace })
  const types = [workflowTypes.base, workflowTypes.programme].map((type) => `'${type}'`).join(', ')
  const found = new Set<string>()
  for await (const { workflowId } of workflow.list({ query: `WorkflowType in (${types})` }))
    found.add(workflowId.slice(workflowId.indexOf('/') + 1))
  return [...found].toSorted()
}

interface Place {
  readonly namespace: string
  readonly stream: string
}

/** What the histories of a stream tell, and how the latest of its runs stands. */
export interface ToldStream extends Told {
  /** The last entry any run knows of; 0 for none. */
  readonly reached: number
  /** Whether its workflow runs; false where there is none. */
  readonly runs: boolean
}

/** What all runs of a stream's workflow tell that the server still has; of runs it has lost nothing is told. */
export async function toldOf(connection: Connection, { namespace, stream }: Place): Promise<ToldStream> {
  const { workflow } = new Client({ connection, namespace })
  const histories = new Map<string, ReadRun>()
  await walkRuns(async (run) => {
    const history = await historyOf(workflow, { stream, run })
    if (history === undefined) return undefined
    histories.set(history.run, history)
    return factsOf(history, reading)
  }, [])
  const told = [...histories.values()].map((history) => toldIn(history, reading))
  const known = told.flatMap(({ rows, bare }) => [...rows.map(({ seq }) => seq), ...bare])
  const carried = [...histories.values()].map(({ carried: seq }) => seq)
  const latest = [...histories.values()][0]
  return {
    ...{ reached: [...known, ...carried].reduce((most, seq) => Math.max(most, seq), 0), runs: latest?.ended === false },
    rows: told.flatMap(({ rows }) => rows),
    bare: told.flatMap(({ bare }) => bare),
    commands: told.flatMap(({ commands }) => commands),
    unnoted: told.flatMap(({ unnoted }) => unnoted),
  }
}

interface ReadRun extends RunHistory {
  readonly ended: boolean
  /** The last entry of the state it was begun with. */
  readonly carried: number
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
