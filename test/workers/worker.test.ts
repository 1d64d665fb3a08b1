import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { freePort } from '../../workers/embedded/ports.js'
import { cloneDatabase, services, type TestDatabase } from '../support/services.js'

let database: TestDatabase
let folder = ''
let settings: Readonly<Record<string, string>> = {}
let child: ChildProcess | undefined

beforeAll(async () => {
  database = await cloneDatabase('the worker process')
  folder = await mkdtemp(join(tmpdir(), 'cornerstone-worker-'))
  const { temporalAddress } = await services()
  const port = await freePort()
  settings = {
    ...{ MODE: 'embedded', DATABASE_URL: database.appUrl, TEMPORAL_ADDRESS: temporalAddress },
    ...{ TEMPORAL_TASK_QUEUE: database.name, DOCUMENT_STORE: `folder:${folder}`, MAILBOX_SMTP_PORT: String(port) },
    ...{ API_PUBLIC_URL: 'http://127.0.0.1:4310', SMTP_URL: `smtp://127.0.0.1:${port}` },
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
  const worker = fileURLToPath(new URL('../../workers/worker.ts', import.meta.url))
  const { PATH, HOME } = process.env
  const running = spawn(process.execPath, ['--import', 'tsx', worker], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  child = running
  let heard = ''
  running.stderr?.on('data', (part: Buffer) => (heard += part.toString('utf8')))
  return { process: running, said: () => heard }
}
