import { join } from 'node:path'
import { bundleWorkflowCode, DefaultLogger, Worker, type BundleOptions } from '@temporalio/worker'
import { asModernCode } from '../../workers/modern-code.js'
import { textAt } from '../../reconciliation/facts-of.js'
import type { Call } from './call.js'
import type { KeptHistory } from './histories.js'
import type { CallSinks } from './tell-calls.js'
import type { InjectedSinks } from '@temporalio/worker'
import { defined } from '../../domain/values/defined.js'

/** What is replayed: a history that is kept, or one that is to be. */
export type Replayable = Pick<KeptHistory, 'name' | 'workflowId' | 'history'>

/** What a replay of one history came to. */
export interface Replayed<H extends Replayable = Replayable> {
  readonly of: H
  /** Absent: every command came in its order. */
  readonly error?: Error
  readonly calls: readonly Call[]
}

interface Sources {
  /** The folder with `workflows/`, `domain/` and the rest. */
  readonly root: string
  /** Where pieces of bundles are kept, for whoever makes many that hardly differ. */
  readonly cacheFolder?: string | undefined
}

/** The workflows of a source folder as one file, with what tells their calls. */
export const bundleToTell = ({ root, cacheFolder }: Sources): Promise<string> =>
  bundleWithoutMaps({ root, cacheFolder, also: [join(root, 'tools/replay/tell-calls.ts')] })

/** The workflows of a source folder as one file, as a worker runs them, but for the maps to their sources. */
export const bundleWithoutMaps = async ({
  root,
  cacheFolder,
  also = [],
}: Sources & { readonly also?: readonly string[] }): Promise<string> => {
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(root, 'workflows/index.ts'),
    workflowInterceptorModules: [join(root, 'workflows/interceptors.ts'), ...also],
    webpackConfigHook: (config) => ({
      ...withoutMaps(asModernCode(config)),
      ...defined({
        cache: cacheFolder === undefined ? undefined : { type: 'filesystem' as const, cacheDirectory: cacheFolder },
      }),
    }),
    logger: new DefaultLogger('ERROR'),
  })
  return `${code}\n${emptyMap}`
}

/** The worker asks for a map at the end of its bundle. */
const emptyMap = `//# sourceMappingURL=data:application/json;charset=utf-8;base64,${Buffer.from(
  JSON.stringify({ version: 3, file: 'workflows.js', sources: [], names: [], mappings: '' }),
).toString('base64')}`

type Config = ReturnType<NonNullable<BundleOptions['webpackConfigHook']>>

/** Maps of sources take half the time and nobody reads them here. */
const withoutMaps = ({ module, ...config }: Config): Config => ({
  ...config,
  devtool: false,
  module: {
    ...module,
    rules: (module?.rules ?? []).filter((rule) => typeof rule !== 'object' || rule === null || rule.enforce !== 'pre'),
  },
})

/** Replays histories one after the other on a bundle of `bundleToTell`, and tells what each did; ends early for whoever stops asking. */
export async function* replays<H extends Replayable>(
  code: string,
  histories: readonly H[],
): AsyncGenerator<Replayed<H>> {
  let calls: Call[] = []
  const sinks: InjectedSinks<CallSinks> = {
    calls: { tell: { fn: (_, call) => void calls.push(callIn(call)), callDuringReplay: true } },
  }
  const waiting = [...histories]
  for await (const { error } of Worker.runReplayHistories({ workflowBundle: { code }, sinks }, histories)) {
    const of = waiting.shift()
    if (of === undefined) throw new RangeError('more was replayed than there are histories')
    yield { of, calls, ...defined({ error }) }
    calls = []
  }
}

const callIn = (text: string): Call => {
  const value: unknown = JSON.parse(text)
  if (isCall(value)) return value
  throw new TypeError('the sandbox told something that is no call')
}
const isCall = (value: unknown): value is Call => textAt(value, 'does') !== undefined
