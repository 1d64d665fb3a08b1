import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import {
  bundleWorkflowCode,
  DefaultLogger,
  Worker,
  type ReplayResult,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker'
import proto from '@temporalio/proto'
import { asModernCode } from '../../workers/modern-code.js'
import { quietRuntime } from '../support/quiet-runtime.js'

/**
 * Real histories, replayed by the code of today: domain rules are workflow code, so a change of a rule that alters what
 * a base has lived through is seen here. Histories are added, never deleted; `tools/record-histories.ts` makes them.
 */
const folder = new URL('./histories', import.meta.url).pathname
/** Raised by hand whenever histories are added, so that an empty folder cannot pass. */
const kept = 7

const { History } = proto.temporal.api.history.v1
type Kept = { readonly workflowId: string; readonly history: ReturnType<typeof History.decode> }
let bundle: WorkflowBundleWithSourceMap
let histories: readonly Kept[] = []

quietRuntime()
beforeAll(async () => {
  bundle = await bundleWorkflowCode({
    workflowsPath: new URL('../../workflows/index.ts', import.meta.url).pathname,
    workflowInterceptorModules: [new URL('../../workflows/interceptors.ts', import.meta.url).pathname],
    webpackConfigHook: asModernCode,
    logger: new DefaultLogger('ERROR'),
  })
  const files = (await readdir(folder)).filter((file) => file.endsWith('.binpb')).sort()
  histories = await Promise.all(
    files.map(async (file) => ({ workflowId: file, history: History.decode(await readFile(join(folder, file))) })),
  )
})

const replayed = async (some: readonly Kept[]): Promise<readonly ReplayResult[]> => {
  const results: ReplayResult[] = []
  for await (const result of Worker.runReplayHistories({ workflowBundle: bundle }, some)) results.push(result)
  return results
}

test('every kept history replays on the code of today', async () => {
  const results = await replayed(histories)
  expect(results.map(({ workflowId, error }) => ({ workflowId, error }))).toEqual(
    histories.map(({ workflowId }) => ({ workflowId, error: undefined })),
  )
  expect(results).toHaveLength(kept)
})

test('a history in which a decision was recorded by another activity does not replay', async () => {
  const [first] = histories
  if (first === undefined) throw new Error('no history is kept')
  const history = History.decode(History.encode(first.history).finish())
  const markers = history.events.flatMap((event) => event.markerRecordedEventAttributes ?? [])
  const last = markers.at(-1)
  if (last === undefined) throw new Error('the history holds no local activity')
  last.markerName = 'another_marker'
  const [result] = await replayed([{ workflowId: 'tampered', history }])
  expect(result?.error).toBeDefined()
})
