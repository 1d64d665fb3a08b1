import type { OpenStream } from '../../db/reads/stuck.js'
import { failingRecords, headsNow, openStreams, silentCommands } from '../../db/reads/stuck.js'
import { workflowIdOf } from '../../domain/ids.js'
import type { Stuck } from '../../domain/stuck.js'
import type { ApiParts } from '../parts.js'
import type { HistoryEnd, WorkflowState } from '../temporal/workflow-states.js'

/** How often in a row a task or an activity may fail before it is told. */
const failuresUntold = 3
/** How long anything may take before it is told, in milliseconds. */
const patienceMs = 60_000
/** A `record` that fails is tried every few seconds; what nobody has tried for so long fails no more. */
const triedWithinMs = 5 * 60_000
/** Workflows asked after at a time. */
const together = 8

export interface Looking {
  /** One programme with its bases; left out: every programme that is no rehearsal. */
  readonly programme?: string | undefined
  /** At most so many streams behind this one; left out: all. */
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** What it takes to look: the ledger, the server of the workflows, the clock of the edge. */
type LookParts = Pick<ApiParts, 'db' | 'temporal' | 'clock'>

export interface Looked {
  readonly stuck: readonly Stuck[]
  /** The streams whose workflows were asked after, in the order of their names. */
  readonly streams: readonly string[]
}

/**
 * Everything that is stuck now: each open stream's workflow is asked after at the Temporal server, without waking a worker,
 * and its ledger is held against what it knows. Temporal is read first and the ledger after it, which only grows, so a
 * decision under way is no entry that lacks.
 */
export const lookForStuck = async (parts: LookParts, looking: Looking): Promise<Looked> => {
  const { db, clock } = parts
  const ago = (ms: number): string => new Date(clock().getTime() - ms).toISOString()
  const before = ago(patienceMs)
  const open = await openStreams(db, looking)
  const seen: Seen[] = []
  for (let first = 0; first < open.length; first += together)
    seen.push(...(await Promise.all(open.slice(first, first + together).map((one) => see(parts, one)))))
  const streams = open.map(({ stream }) => stream)
  const [heads, records, commands] = [
    await headsNow(db, streams),
    await failingRecords(db, { programme: looking.programme, after: ago(triedWithinMs) }),
    await silentCommands(db, { programme: looking.programme, before }),
  ]
  return {
    streams,
    stuck: [
      ...seen.flatMap((one) => ofWorkflow(one, { before, head: heads.get(one.open.stream) ?? 0 })),
      ...records.map(({ stream, command_id: subject, attempts, since, said: got }): Stuck => ({
        ...{ kind: 'record_fails', stream, since, subject, attempts, got },
      })),
      ...commands.map(({ id: subject, stream, since }): Stuck => ({
        ...{ kind: 'command_unanswered', stream, since, subject, attempts: null, got: null },
      })),
    ],
  }
}

interface Seen {
  readonly open: OpenStream
  readonly state: WorkflowState | undefined
  readonly end: HistoryEnd | undefined
}

const see = async ({ temporal }: LookParts, open: OpenStream): Promise<Seen> => {
  const place = { namespace: open.namespace, workflow: workflowIdOf(open.stream) }
  const state = await temporal.stateOf(place)
  return { open, state, end: state?.isRunning === true ? await temporal.historyEnd(place) : undefined }
}

interface Against {
  readonly before: string
  /** How far the ledger goes, read after the history. */
  readonly head: number
}

const ofWorkflow = ({ open, state, end }: Seen, { before, head }: Against): readonly Stuck[] => {
  const { stream } = open
  const nothing = { stream, since: null, subject: null, attempts: null, got: null }
  if (state?.isRunning !== true)
    return [{ ...nothing, kind: 'workflow_missing', since: state?.endedAt ?? null, got: state?.status ?? 'not found' }]
  const task = ofTask(state, { stream, end, before })
  const known = end?.head
  const behind = known !== undefined && head < known
  // A task that fails holds back what the run knows: one word for both is enough.
  const ahead = known !== undefined && known < open.head && open.writtenAt < before && task.length === 0
  return [
    ...task,
    ...state.activities
      .filter(({ attempt }) => attempt > failuresUntold)
      .map(({ name, attempt, since, failure }): Stuck => ({
        ...{ kind: 'activity_fails', stream, since, subject: name, attempts: attempt - 1, got: brief(failure) },
      })),
    ...(behind ? [{ ...nothing, kind: 'ledger_behind' as const, got: `${head} < ${known}` }] : []),
    ...(ahead
      ? [{ ...nothing, kind: 'ledger_ahead' as const, since: open.writtenAt, got: `${open.head} > ${known}` }]
      : []),
  ]
}

const ofTask = (
  { task }: WorkflowState,
  { stream, end, before }: { stream: string; end: HistoryEnd | undefined; before: string },
): readonly Stuck[] => {
  if (task === undefined) return []
  const { attempt, isStarted, since, scheduledAt } = task
  const common = { stream, subject: null, attempts: null, got: null }
  if (attempt > failuresUntold) {
    const { at, says } = end?.failure ?? { at: since, says: null }
    return [{ ...common, kind: 'task_fails', since: at, attempts: attempt - 1, got: brief(says) }]
  }
  if (isStarted) return since !== null && since < before ? [{ ...common, kind: 'task_lasts', since }] : []
  return scheduledAt !== null && scheduledAt < before ? [{ ...common, kind: 'task_waits', since: scheduledAt }] : []
}

const brief = (says: string | null): string | null => says?.slice(0, 300) ?? null
