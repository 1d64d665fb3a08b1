import { NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker'
import type { Kysely } from 'kysely'
import type { Logger as Log } from 'pino'
import type { Decree } from '../activities/calendar-decrees.js'
import { createActivities } from '../activities/create-activities.js'
import type { Cores } from '../activities/record.js'
import type { TemporalGreeting } from '../config/temporal-reach.js'
import type { Database } from '../db/schema.js'
import type { DocumentStore } from '../documents/document-store.js'
import type { ExhibitStore } from '../exhibits/exhibit-store.js'
import type { PaperSeal } from '../documents/paper-seal.js'
import type { Typesetter } from '../documents/typesetter.js'
import { pinnedTo } from './builds.js'
import { cores } from './cores.js'
import { useLeanThreads } from './lean-threads.js'
import { historyReaders } from './witness/history-readers.js'

/** What a worker is made of: real things in the process, doubles in a test. */
export interface WorkerParts {
  readonly db: Kysely<Database>
  /** `host:port` of the Temporal server. */
  readonly temporalAddress: string
  readonly greeting?: TemporalGreeting
  /** The standing programme's, and the rehearsals' where there are any. */
  readonly namespaces: readonly string[]
  readonly taskQueue: string
  readonly store: DocumentStore
  /** Where the files of exhibits lie; absent: nobody compares them here. */
  readonly exhibits?: ExhibitStore | undefined
  readonly typesetter: Typesetter
  /** The seal of the programme on its papers; absent: they bear none. */
  readonly seal?: PaperSeal | undefined
  readonly decrees?: readonly Decree[]
  readonly bundle: WorkflowBundleOption
  /** Left out: those of this build. A test gives those of another one, beside its bundle. */
  readonly cores?: Cores
  /** The name of the build; absent: runs move to whatever build asks for work. */
  readonly build?: string | undefined
  readonly log: Log
}

export interface RunningWorker {
  /** Resolves when it was stopped; rejects when it ends by itself. */
  readonly ended: Promise<void>
  /** Takes no new work, lets what runs come to its end for a few seconds, and leaves. */
  readonly stop: () => Promise<void>
}

/**
 * Runs one worker per namespace with the same workflows and activities, and returns once they ask for work. What it is
 * given stays the caller's to close. A killed process leaves nothing half done: unfinished tasks are given out again.
 */
export const startWorker = async (parts: WorkerParts): Promise<RunningWorker> => {
  await useLeanThreads(parts)
  const connection = await NativeConnection.connect({ address: parts.temporalAddress, ...parts.greeting })
  const workers: Worker[] = []
  const runs: Promise<void>[] = []
  try {
    const activities = createActivities({
      ...parts,
      cores: parts.cores ?? cores,
      readers: historyReaders({ connection, store: parts.store, exhibits: parts.exhibits }),
      onDefect: ({ error, ...met }) =>
        parts.log.error({ err: error, ...met }, 'a command was refused for what somebody has to look into'),
    })
    // One after another: who waits for the standing programme does not wait for the rehearsals' sandbox.
    for (const namespace of parts.namespaces) {
      const worker = await Worker.create({ ...settings(parts), connection, namespace, activities })
      workers.push(worker)
      const run = worker.run()
      // Whoever awaits `ended` hears of a failure; until then it must not count as one that nobody handles.
      run.catch(() => undefined)
      runs.push(run)
    }
    const ended = Promise.all(runs).then(() => undefined)
    ended.catch(() => undefined)
    parts.log.info({ namespaces: parts.namespaces, taskQueue: parts.taskQueue }, 'worker asks for work')
    return { ended, stop: () => stopAll({ workers, runs, connection }) }
  } catch (error) {
    await stopAll({ workers, runs, connection })
    throw error
  }
}

/** Sizes that were measured to serve best; a dead worker's sticky tasks go to another one after a second. */
const settings = ({ taskQueue, bundle, build }: WorkerParts) => ({
  ...(build === undefined ? {} : pinnedTo(build)),
  taskQueue,
  workflowBundle: bundle,
  maxCachedWorkflows: 500,
  workflowThreadPoolSize: 1,
  stickyQueueScheduleToStartTimeout: '1s' as const,
  shutdownGraceTime: '5s' as const,
  shutdownForceTime: '10s' as const,
})

interface Running {
  readonly workers: readonly Worker[]
  readonly runs: readonly Promise<void>[]
  readonly connection: NativeConnection
}

const stopAll = async ({ workers, runs, connection }: Running): Promise<void> => {
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown()
  await Promise.allSettled(runs)
  await connection.close()
}
