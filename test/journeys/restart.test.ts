import { createServer, type Server } from 'node:net'
import { rmSync } from 'node:fs'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { MailboxMessage } from '../../api/contract/paper.js'
import { connect } from '../../db/connect.js'
import { verifyStream } from '../../db/ledger.js'
import { freePort } from '../../workers/embedded/ports.js'
import { isAlive } from '../../workers/embedded/running-process.js'
import { aDataFolder, aStack, startSupervisor, type Part, type Stack } from '../support/a-stack.js'
import { readAll } from './a-played-base.js'
import { nominate } from './a-standing-base.js'

const parts = ['supervisor', 'worker', 'relay', 'api', 'database', 'temporal'] as const satisfies readonly Part[]
let data: string
let squatter: Server
let takenPort: number
let stack: Stack
let base: string

beforeAll(async () => {
  data = await aDataFolder()
  takenPort = await freePort()
  squatter = createServer().listen(takenPort, '127.0.0.1')
  await once(squatter, 'listening')
  stack = await aStack({ data, apiPort: takenPort })
  base = await nominate(stack, 'C09-yueqing')
  await stack.decide({ base, step: '1.2a.1' }, { as: 'p-C09-yueqing-lg', option: 'sent' })
}, 200_000)
afterAll(async () => {
  await stack.stop()
  squatter.close()
  rmSync(data, { recursive: true, force: true })
}, 90_000)

test('a port in use is said and left alone, and the next one is taken', () => {
  const { port } = new URL(stack.url)
  expect(stack.said()).toContain(
    `Port ${takenPort} is taken by another program, or by one that is starting; the API uses ${port}.`,
  )
  expect(Number(port)).toBeGreaterThan(takenPort)
})

test('a second start on a data folder in use says where the first one runs, and leaves it running', async () => {
  const second = await startSupervisor(data)
  const [code] = await once(second.child, 'exit')
  const { pid } = stack.state
  expect({ code, pid: await stack.pidOf('supervisor') }).toEqual({ code: 0, pid })
  expect(second.said()).toMatch(/Cornerstone already runs on .+: http/)
  expect(second.said()).toContain(`${stack.url} (process ${pid}). Set CORNERSTONE_DATA to start another.`)
  expect(await stack.ask('/health/ready')).toMatchObject({ status: 200, body: { status: 'ready' } })
})

test('stopped and started again, nothing is lost and the base goes on', async () => {
  await untilLettersAreOut()
  const before = await everything()
  const pids = await Promise.all(parts.map((part) => stack.pidOf(part)))
  expect(await stack.stop()).toBe(0)
  expect(await Promise.all(pids.map(isAlive))).toEqual(pids.map(() => false))
  stack = await aStack({ data })
  expect(await everything()).toEqual(before)
  const { entries } = await stack.decide({ base, step: '1.2b.1' }, { as: 'p-pm-1', option: 'invite' })
  const { view } = await readAll(stack, base)
  expect(view.waitsFor.map(({ step }) => step)).toEqual(['1.3.1'])
  expect(view.ledger.entries).toBe(before.base.view.ledger.entries + entries.length)
  const db = connect(stack.readerUrl, { max: 1 })
  const head = { seq: view.ledger.entries, hash: view.ledger.head }
  expect(await verifyStream(db, { stream: base, head })).toEqual({ sound: true, head })
  await db.destroy()
}, 120_000)

const everything = async () => ({
  base: await readAll(stack, base),
  mailbox: await stack.all('/mailbox-messages', { schema: MailboxMessage }),
})

const untilLettersAreOut = async (): Promise<void> => {
  for (;;) {
    const { letters } = await readAll(stack, base)
    if (letters.length > 0 && letters.every(({ state }) => state === 'sent' || state === 'not_needed')) return
  }
}
