import { Client } from '@temporalio/client'
import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/common'
import { closedBases, readStream } from '../../db/healing/read-stream.js'
import type { Place } from '../../db/healing/read-stream.js'
import { workflowIdOf } from '../../domain/ids.js'
import { workflowTypes } from '../../workflows/messages.js'
import { after, beginning, inputFrom } from './cores.js'
import type { HealingParts } from './heal.js'
import type { ToldStream } from './told-of-streams.js'

/** How the workflows stand to the ledger. */
export interface Begun {
  /** Streams whose workflow was missing and goes on from the ledger now. */
  readonly begun: readonly string[]
  /** Streams whose workflow knows less than the ledger: it takes over what it lacks with its next command or alarm. */
  readonly behind: readonly { readonly stream: string; readonly knows: number; readonly has: number }[]
  /** Rehearsals without a workflow: they are not begun again, since their clock is gone. */
  readonly rehearsals: readonly string[]
}

interface Missing {
  readonly places: ReadonlyMap<string, Place>
  readonly told: ReadonlyMap<string, ToldStream>
}

/** Begins the workflow of every open stream that has none that runs, with the state its ledger makes and the ids it knows. */
export async function beginMissing(parts: HealingParts, { places, told }: Missing): Promise<Begun> {
  const closed = await closedBases(parts.db)
  const [begun, behind, rehearsals]: [string[], { stream: string; knows: number; has: number }[], string[]] = [
    [],
    [],
    [],
  ]
  for (const [stream, { runs, reached }] of told) {
    const place = places.get(stream.split('-', 1)[0] ?? stream)
    const { head, rows } = await readStream(parts.db, stream)
    if (place === undefined || head.seq === 0 || closed.has(stream)) continue
    if (runs) {
      if (reached < head.seq) behind.push({ stream, knows: reached, has: head.seq })
    } else if (place.rehearsal) rehearsals.push(stream)
    else {
      const input = inputFrom(after(beginning(stream), rows), { rows, procedure: place.procedure })
      await begin(parts, { stream, namespace: place.namespace, input })
      begun.push(stream)
    }
  }
  return { begun, behind, rehearsals }
}

interface Beginning {
  readonly stream: string
  readonly namespace: string
  readonly input: ReturnType<typeof inputFrom>
}

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
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
    workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
  })
}
