import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { cloneDatabase, services, type TestDatabase } from '../support/services.js'
import { aProcess } from './a-process.js'

let database: TestDatabase
let folder = ''
let settings: Readonly<Record<string, string>> = {}
let child: ChildProcess | undefined

beforeAll(async () => {
  database = await cloneDatabase('the worker process')
  folder = await mkdtemp(join(tmpdir(), 'cornerstone-worker-'))
  const { temporalAddress } = await services()
  settings = {
    MODE: 'embedded',
    DATABASE_URL: database.appUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    SEQUENCER_DATABASE_URL: database.sequencerUrl,
    TEMPORAL_TASK_QUEUE: database.name,
    DOCUMENT_STORE: `folder:${folder}`,
    CHECKPOINT_KEY_FILE: join(folder, 'checkpoint-key'),
  }
})
afterEach(() => void child?.kill('SIGKILL'))
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

test('a worker says when it asks for work, and leaves with 0 when it is told to end', async () => {
  const { process: worker } = start(settings)
  const [message] = await once(worker, 'message')
  expect(message).toEqual({ ready: true })
  worker.kill('SIGTERM')
  const [code, signal] = await once(worker, 'exit')
  expect({ code, signal }).toEqual({ code: 0, signal: null })
})

test('a worker ends when the process that started it is gone', async () => {
  const { process: worker } = start(settings)
  await once(worker, 'message')
  worker.disconnect()
  const [code] = await once(worker, 'exit')
  expect(code).toBe(0)
})

test('a worker that is not told its database does not start, and says what to set', async () => {
  const { DATABASE_URL: _, ...incomplete } = settings
  const { process: worker, said } = start(incomplete)
  const [code] = await once(worker, 'close')
  expect(code).toBe(1)
  expect(said()).toContain('DATABASE_URL is missing.')
})

const start = (env: Readonly<Record<string, string>>) => {
  const started = aProcess('workers/worker.ts', env)
  child = started.process
  return started
}
