import { Client } from '@temporalio/client'
import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/common'
import { noteBeginning } from '../../db/healing/healing-seal.js'
import { closedBases } from '../../db/healing/read-stream.js'
import type { ProgrammeHome } from '../../db/healing/read-stream.js'
import { isBaseId, programmeOfBase, workflowIdOf } from '../../domain/ids.js'
import { headOf } from '../../db/reads/heads.js'
import { baseRevival, programmeRevival } from '../../db/reads/revival.js'
import { workflowTypes } from '../../domain/workflow-names.js'
import { catchUp, workflowTaskTimeout } from '../../workflows/messages.js'
import type { BaseInput, ProgrammeInput } from '../../workflows/messages.js'
import type { HealingParts } from './healing-parts.js'
import type { ToldStream } from './told-of-streams.js'

/** How the workflows stand to the ledger. */
export interface Begun {
  /** Streams whose workflow was missing and goes on from the ledger now. */
  readonly begun: readonly string[]
  /** Streams whose workflow knew less than the ledger has: it was told so, and takes over what it lacks before anything else. */
  readonly behind: readonly { readonly stream: string; readonly knew: number; readonly has: number }[]
  /** Rehearsals without a workflow that knows it all: they are not begun again, since their clock is gone. */
  readonly rehearsals: readonly string[]
}

interface Missing {
  readonly places: ReadonlyMap<string, ProgrammeHome>
  readonly told: ReadonlyMap<string, ToldStream>
}

/**
 * Begins the workflow of every open stream anew whose own is missing, with the state the ledger makes and the ids it knows.
 * One that is behind is told to take over what it lacks: its validator would judge the next command on what it knows.
 */
export async function beginMissing(parts: HealingParts, { places, told }: Missing): Promise<Begun> {
  const closed = await closedBases(parts.db)
  const [begun, behind, rehearsals]: [string[], Begun['behind'][number][], string[]] = [[], [], []]
  for (const [stream, { runs, reached }] of told) {
    const place = places.get(programmeOfBase(stream))
    const head = await headOf(parts.db, stream)
    if (place === undefined || head === 0 || closed.has(stream)) continue
    if (runs && reached >= head) continue
    if (place.rehearsal) {
      rehearsals.push(stream)
      continue
    }
    if (runs) {
      await catchingUp(parts, { stream, namespace: place.namespace })
      behind.push({ stream, knew: reached, has: head })
      continue
    }
    const input = await inputFrom(parts, stream)
    if (input === undefined) continue
    await noteBeginning(parts.db, { stream, seq: input.carried?.state.seq ?? 0 })
    await begin(parts, { stream, namespace: place.namespace, input })
    begun.push(stream)
  }
  return { begun, behind, rehearsals }
}

interface Beginning {
  readonly stream: string
  readonly namespace: string
  readonly input: BaseInput | ProgrammeInput
}

/**
 * What a revival begins with too (`db/reads/revival.ts`), but for the wait for its first command: nobody who holds a seat asks
 * for this one, so it becomes no entry; its seal says who began it.
 */
const inputFrom = async ({ db }: HealingParts, stream: string): Promise<BaseInput | ProgrammeInput | undefined> => {
  const revival = isBaseId(stream) ? await baseRevival(db, stream) : await programmeRevival(db, stream)
  if (revival === undefined) return undefined
  const { revivedFrom: _, ...input } = revival
  return input
}

const catchingUp = (
  { connection }: HealingParts,
  { stream, namespace }: Pick<Beginning, 'stream' | 'namespace'>,
): Promise<void> => new Client({ connection, namespace }).workflow.getHandle(workflowIdOf(stream)).signal(catchUp)

/** One that has begun meanwhile is left alone. */
const begin = async (
  { connection, taskQueue }: HealingParts,
  { stream, namespace, input }: Beginning,
): Promise<void> => {
  const { workflow } = new Client({ connection, namespace })
  await workflow.start('base' in input ? workflowTypes.base : workflowTypes.programme, {
    workflowId: workflowIdOf(stream),
    taskQueue,
    args: [input],
    staticSummary: stream,
    workflowTaskTimeout,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
    workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
  })
}
