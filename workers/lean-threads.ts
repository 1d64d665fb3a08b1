import { createRequire } from 'node:module'
import { Worker as Thread } from 'node:worker_threads'
import type * as ThreadedVm from '@temporalio/worker/lib/workflow/threaded-vm.js'
import type { Logger as Log } from 'pino'
import { z } from 'zod'

/** The one version of the SDK whose threads are known here; another one runs as it comes until somebody has looked at it. */
export const knownSdk = '1.24.0'

type Sdk = typeof ThreadedVm
type Client = ThreadedVm.WorkerThreadClient
type Input = Parameters<Client['send']>[0]
type Output = ReturnType<Client['send']>

/** For how long a thread that is asked something may leave everybody without a word before it counts as stuck. */
const patienceMs = 10_000
/** Looked at so often within that time: while this process itself stands still, nothing of it is counted. */
const looks = 20

interface Leaning {
  readonly log: Pick<Log, 'warn'>
  /** What is installed, and the patience; a test gives others. */
  readonly version?: string
  readonly patience?: number
}

/**
 * Has the workers of this process run workflows without the SDK's promise hook and without a timer for each call into the
 * sandbox, which are most of what a workflow costs beside our own code (decision 0077). Returns false, says so, and leaves the SDK
 * as it is where that is another version than the one known here.
 */
export const useLeanThreads = async ({
  log,
  version = installedSdk(),
  patience = patienceMs,
}: Leaning): Promise<boolean> => {
  if (version !== knownSdk) {
    log.warn({ version, known: knownSdk }, 'workflows run in threads as the SDK has them: this version is not known')
    return false
  }
  const sdk = await import('@temporalio/worker/lib/workflow/threaded-vm.js')
  sdk.ThreadedVMWorkflowCreator.create = async (asked) =>
    new sdk.ThreadedVMWorkflowCreator(
      await Promise.all(Array.from({ length: asked.threadPoolSize }, () => guarded(sdk, { asked, patience }))),
    )
  return true
}

const require = createRequire(import.meta.url)
const installedSdk = (): string =>
  z.object({ version: z.string() }).parse(require('@temporalio/worker/package.json')).version

interface Guarding {
  readonly asked: ThreadedVm.ThreadedVMWorkflowCreatorOptions
  readonly patience: number
}

/**
 * A lean thread that is watched from outside. Once it is stuck, what waited for it fails as it would by the SDK's own timer: the tasks
 * are given out again, and each base is told anew to a thread as the SDK has it, in which the one that loops fails alone.
 */
const guarded = async (sdk: Sdk, { asked, patience }: Guarding): Promise<Client> => {
  const thread = new Thread(new URL('./lean-thread.mjs', import.meta.url), { execArgv: [] })
  const client = await begun(sdk, { asked, thread })
  const [send, destroy] = [client.send.bind(client), client.destroy.bind(client)]
  let [waiting, silentFor] = [0, 0]
  let successor: Promise<Client> | undefined
  const look = (): void => {
    silentFor = waiting === 0 ? 0 : silentFor + 1
    if (silentFor <= looks) return
    clearInterval(watch)
    asked.logger.error(`A thread of workflows was silent for ${patience} ms; it is replaced by one as the SDK has it.`)
    successor = begun(sdk, { asked, thread: new Thread(stockThread()) })
    successor.catch(() => undefined) // Whoever is sent to it hears of it.
    void thread.terminate()
  }
  const watch = setInterval(look, patience / looks).unref()
  const watched = async (input: Input): Output => {
    waiting += 1
    try {
      return await send(input)
    } catch (error) {
      // Where the thread was replaced, the worker has no fault, for which the SDK would end it: the task alone fails.
      throw successor === undefined ? error : new Error('The thread of this workflow was stuck.', { cause: error })
    } finally {
      waiting -= 1
      silentFor = 0
    }
  }
  return Object.assign(client, {
    send: async (input: Input): Output => {
      if (successor === undefined) return await watched(input)
      // What a base that was in the stuck thread wanted to have logged is gone with it, and is no second fault beside the first.
      const nothing = { type: 'sink-calls' as const, calls: [] }
      const sent = (await successor).send(input)
      return await (input.type === 'extract-sink-calls' ? sent.catch(() => nothing) : sent)
    },
    destroy: async (): Promise<void> => {
      clearInterval(watch)
      await (successor === undefined ? destroy() : (await successor).destroy())
    },
  })
}

const stockThread = (): string => require.resolve('@temporalio/worker/lib/workflow/workflow-worker-thread.js')

interface Beginning extends Pick<Guarding, 'asked'> {
  readonly thread: Thread
}

const begun = async ({ WorkerThreadClient }: Sdk, { asked, thread }: Beginning): Promise<Client> => {
  const { workflowBundle, isolateExecutionTimeoutMs, registeredActivityNames, reuseV8Context } = asked
  const client = new WorkerThreadClient(thread, asked.logger, asked.patchActivationCallback)
  await client.send({
    type: 'init',
    workflowBundle,
    isolateExecutionTimeoutMs,
    registeredActivityNames,
    reuseV8Context,
    hasPatchActivationCallback: asked.patchActivationCallback !== undefined,
  })
  return client
}
