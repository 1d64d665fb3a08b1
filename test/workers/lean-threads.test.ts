import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client, Connection, type WorkflowHandle } from '@temporalio/client'
import {
  bundleWorkflowCode,
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  Worker,
} from '@temporalio/worker'
import { z } from 'zod'
import { knownSdk, useLeanThreads } from '../../workers/lean-threads.js'
import { testTemporal } from '../support/services.js'

const said: string[] = []
const taskQueue = 'lean threads'
let client: Client
let close: () => Promise<void>
let aWorker: () => Promise<Worker>
const log = { warn: (_met: unknown, message?: string) => void said.push(message ?? '') }

beforeAll(async () => {
  Runtime.install({
    logger: new DefaultLogger('ERROR', ({ message }) => void said.push(message)),
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }), forward: {} },
    },
  })
  const { temporalAddress: address, namespace } = await testTemporal()
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../support/looping-workflows.ts', import.meta.url)),
    logger: new DefaultLogger('ERROR'),
  })
  const [connection, native] = [await Connection.connect({ address }), await NativeConnection.connect({ address })]
  client = new Client({ connection, namespace })
  aWorker = () => Worker.create({ connection: native, namespace, taskQueue, workflowBundle })
  close = async () => {
    await connection.close()
    await native.close()
  }
}, 120_000)
afterAll(() => close())

const begun = (name: 'counts' | 'loops', round: string): Promise<WorkflowHandle> =>
  client.workflow.start(name, { taskQueue, workflowId: `${name} in a ${round} thread` })
const asked = (counting: WorkflowHandle): Promise<number> => counting.executeUpdate<number, []>('next')
const traceOf = (counting: WorkflowHandle): Promise<string> => counting.query<string>('__stack_trace')

test('what is installed is the version whose threads are known', () => {
  const root = new URL('../..', import.meta.url)
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')))
  expect(dependencies['@temporalio/worker']).toBe(knownSdk)
})

test('with another version workflows run in threads of the SDK as they come, and that is said', async () => {
  expect(await useLeanThreads({ log, version: '1.99.0' })).toBe(false)
  expect(said).toEqual(['workflows run in threads as the SDK has them: this version is not known'])
  const worker = await aWorker()
  await worker.runUntil(async () => {
    const counting = await begun('counts', 'common')
    expect(await asked(counting)).toBe(1)
    expect(await traceOf(counting)).toContain('counts')
    await counting.terminate()
  })
}, 60_000)

test('a lean thread answers, and keeps no stack of promises', async () => {
  expect(await useLeanThreads({ log })).toBe(true)
  const worker = await aWorker()
  await worker.runUntil(async () => {
    const counting = await begun('counts', 'lean')
    expect(await asked(counting)).toBe(1)
    await expect(traceOf(counting)).rejects.toThrow('stack traces are not enabled')
    await counting.terminate()
  })
}, 60_000)

test('a workflow that loops for ever is failed alone: the others of its thread go on where they were', async () => {
  said.splice(0)
  await useLeanThreads({ log, patience: 2_000 })
  const worker = await aWorker()
  await worker.runUntil(async () => {
    const counting = await begun('counts', 'stuck')
    expect(await asked(counting)).toBe(1)
    const looping = await begun('loops', 'stuck')
    const failures = async () =>
      ((await looping.fetchHistory()).events ?? []).flatMap((event) => event.workflowTaskFailedEventAttributes ?? [])
    while ((await failures()).length === 0) expect(await asked(counting)).toBeGreaterThan(1)
    expect((await failures()).map(({ failure }) => failure?.message)).toEqual([
      'The thread of this workflow was stuck.',
    ])
    expect(said).toContain('A thread of workflows was silent for 2000 ms; it is replaced by one as the SDK has it.')
    const before = await asked(counting)
    expect(await asked(counting)).toBe(before + 1)
    await looping.terminate()
    await counting.terminate()
  })
}, 120_000)
