import type { OpenStream } from '../../db/reads/stuck.js'
import {
  failingRecords,
  firstUnsealed,
  headsNow,
  openStreams,
  silentCommands,
  standingNamespaces,
} from '../../db/reads/stuck.js'
import { undeliveredLetters } from '../../db/reads/undelivered.js'
import { programmeOfBase, workflowIdOf, type ProgrammeId } from '../../domain/ids.js'
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
  readonly programme?: ProgrammeId | undefined
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
  const unwritten = await unwrittenStreams(parts, { ...looking, before })
  const [heads, records, commands, undelivered] = [
    await headsNow(db, streams),
    await failingRecords(db, { programme: looking.programme, after: ago(triedWithinMs) }),
    await silentCommands(db, { programme: looking.programme, before }),
    await undeliveredLetters(db, looking),
  ]
  return {
    streams,
    stuck: [
      ...unwritten,
      ...seen.flatMap((one) => ofWorkflow(one, { before, head: heads.get(one.open.stream) ?? 0 })),
      ...records.map(({ stream, command_id: subject, attempts, since, said: got }): Stuck => ({
        kind: 'record_fails',
        stream,
        since,
        subject,
        attempts,
        got,
      })),
      ...commands.map(({ id: subject, stream, since }): Stuck => ({
        kind: 'command_unanswered',
        stream,
        since,
        subject,
        attempts: null,
        got: null,
      })),
      ...undelivered.map(({ id: subject, base: stream, since, got }): Stuck => ({
        kind: 'letter_undelivered',
        stream,
        since,
        subject,
        attempts: null,
        got,
      })),
    ],
  }
}

const nothingOf = (stream: string) => ({ stream, since: null, subject: null, attempts: null, got: null })

/** Workflows that have run for longer than a beginning takes, and of whose stream the ledger has not one entry. */
const unwrittenStreams = async (
  { db, temporal }: LookParts,
  { programme, after, before }: Looking & { readonly before: string },
): Promise<readonly Stuck[]> => {
  // Looked for once in a round.
  if (after !== undefined && after !== '') return []
  const running: { readonly namespace: string; readonly stream: string }[] = []
  for (const namespace of await standingNamespaces(db, programme))
    for (const stream of await temporal.runningSince({ namespace, before })) running.push({ namespace, stream })
  const own = running.filter(({ stream }) => programme === undefined || programmeOfBase(stream) === programme)
  const heads = await headsNow(
    db,
    own.map(({ stream }) => stream),
  )
  const unwritten = own.filter(({ stream }) => (heads.get(stream) ?? 0) === 0)
  return await Promise.all(
    unwritten.map(async ({ namespace, stream }): Promise<Stuck> => {
      const end = await temporal.historyEnd({ namespace, workflow: workflowIdOf(stream) })
      // One that never recorded anything lacks nothing in the ledger: nobody has nominated what it was begun for.
      const kind = (end?.head ?? 0) === 0 ? 'begun_by_hand' : 'ledger_behind'
      return { ...nothingOf(stream), kind, got: '0' }
    }),
  )
}

interface Seen {
  readonly open: OpenStream
  /** Number of the first entry the workflow does not know that no worker vouches for. */
  readonly unsealed: number | undefined
  readonly state: WorkflowState | undefined
  readonly end: HistoryEnd | undefined
}

const see = async ({ db, temporal }: LookParts, open: OpenStream): Promise<Seen> => {
  const place = { namespace: open.namespace, workflow: workflowIdOf(open.stream) }
  const state = await temporal.stateOf(place)
  const end = state?.isRunning === true ? await temporal.historyEnd(place) : undefined
  const known = end?.head
  const isAhead = known !== undefined && known < open.head
  const unsealed = isAhead ? await firstUnsealed(db, { stream: open.stream, after: known }) : undefined
  return { open, state, end, unsealed }
}

interface Against {
  readonly before: string
  /** How far the ledger goes, read after the history. */
  readonly head: number
}

const ofWorkflow = ({ open, state, end, unsealed }: Seen, { before, head }: Against): readonly Stuck[] => {
  const { stream } = open
  const nothing = nothingOf(stream)
  const forged = unsealed === undefined ? [] : [{ ...nothing, kind: 'entry_unsealed' as const, got: `${unsealed}` }]
  if (state?.isRunning !== true)
    return [
      ...forged,
      // One that came to its end by itself had an end in the ledger, which an older database does not have.
      state?.status === 'completed'
        ? { ...nothing, kind: 'ledger_behind', since: state.endedAt, got: state.status }
        : { ...nothing, kind: 'workflow_missing', since: state?.endedAt ?? null, got: state?.status ?? 'not found' },
    ]
  const task = ofTask(state, { stream, end, before })
  const known = end?.head
  const behind = known !== undefined && head < known
  // A task that fails holds back what the run knows: one word for both is enough.
  const isOld = open.writtenAt < before && task.length === 0
  const ahead = known !== undefined && known < open.head && isOld && unsealed === undefined
  return [
    ...forged,
    ...task,
    ...state.activities
      .filter(({ attempt }) => attempt > failuresUntold)
      .map(({ name, attempt, since, failure }): Stuck => ({
        kind: 'activity_fails',
        stream,
        since,
        subject: name,
        attempts: attempt - 1,
        got: brief(failure),
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
