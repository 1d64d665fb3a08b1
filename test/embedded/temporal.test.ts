import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, expect, test } from '@jest/globals'
import { Connection } from '@temporalio/client'
import { obtainTemporalServer } from '../../workers/embedded/obtain-temporal.js'
import { isAlive, waitUntil } from '../../workers/embedded/running-process.js'
import { startTemporal } from '../../workers/embedded/temporal.js'
import { isRecentEnough } from '../../workers/embedded/temporal-namespaces.js'

const folder = mkdtempSync(join(tmpdir(), 'cornerstone-temporal-'))
const stops: (() => Promise<void>)[] = []
const say = (): void => undefined

afterAll(async () => {
  for (const stop of stops) await stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a workflow outlives the server that is killed, and an orphaned server is taken over', async () => {
  const program = await obtainTemporalServer({ say })
  const start = async () => {
    const server = await startTemporal({ program, folder, namespace: 'cornerstone', say })
    stops.push(server.stop)
    return server
  }
  const first = await start()
  await startWorkflow(first.address, 'base/gasme-C09-yueqing-1')
  expect(await start()).toMatchObject({ reused: true, pid: first.pid })
  process.kill(first.pid, 'SIGKILL')
  await waitUntil(async () => !(await isAlive(first.pid)), 10_000)
  const second = await start()
  expect(second).toMatchObject({ reused: false, address: first.address })
  expect(await runningWorkflows(second.address)).toEqual(['base/gasme-C09-yueqing-1'])
})

test.each([
  ['1.32.1', true],
  ['1.33.0', true],
  ['2.0.0', true],
  ['1.29.1', false],
  ['', false],
])('a server of version "%s" is recent enough: %s', (version, enough) => {
  expect(isRecentEnough(version)).toBe(enough)
})

async function startWorkflow(address: string, workflowId: string): Promise<void> {
  const connection = await Connection.connect({ address })
  await connection.workflowService.startWorkflowExecution({
    namespace: 'cornerstone',
    workflowId,
    workflowType: { name: 'cooperationBase' },
    taskQueue: { name: 'nobody-listens' },
    requestId: workflowId,
  })
  await connection.close()
}

async function runningWorkflows(address: string): Promise<readonly string[]> {
  const connection = await Connection.connect({ address })
  let found: string[] = []
  await waitUntil(async () => {
    const { executions } = await connection.workflowService.listOpenWorkflowExecutions({
      namespace: 'cornerstone',
      startTimeFilter: {},
    })
    found = executions.map(({ execution }) => execution?.workflowId ?? '')
    return found.length > 0
  }, 10_000)
  await connection.close()
  return found
}
