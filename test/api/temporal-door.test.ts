import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import { defaultPayloadConverter } from '@temporalio/common'
import { NativeConnection, Worker } from '@temporalio/worker'
import { machineClock } from '../../clock/machine-clock.js'
import { actingAs, actorInterceptor } from '../../api/temporal/actor-header.js'
import { openTemporalDoor } from '../../api/temporal/door.js'
import type { TemporalDoor } from '../../api/temporal/door.js'
import type { Parcel } from '../../api/temporal/parcel.js'
import type { Actor } from '../../domain/values/actor.js'
import { actorHeader } from '../../workflows/messages.js'
import { testTemporal } from '../support/services.js'

const actor = (person: string): Actor => ({ person, mandates: [], channel: 'api' })
const day = 24 * 3600 * 1000
let namespace: string
let rehearsalNamespace: string
let address: string
let door: TemporalDoor
beforeAll(async () => {
  ;({ temporalAddress: address, namespace, rehearsalNamespace } = await testTemporal())
  door = openTemporalDoor({ address, taskQueue: 'nobody-listens-here' })
})
afterAll(() => door.close())

const aParcel = (): Parcel => ({
  namespace,
  workflow: `base/${randomUUID()}`,
  update: 'comment',
  command: { type: 'comment', text: { id: randomUUID(), hash: 'a'.repeat(64) } },
})
const send = (to: TemporalDoor, parcel: Parcel) => to.send(parcel, { id: randomUUID(), actor: actor('p-pm-1') })

test('a server that is away means unsent, within seconds', async () => {
  const nowhere = openTemporalDoor({ address: '127.0.0.1:1', taskQueue: 'q' })
  const began = performance.now()
  expect(await send(nowhere, aParcel())).toEqual({ kind: 'unsent' })
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(await nowhere.isReachable()).toBe(false)
  await nowhere.close()
})

test('a server that is there says so, and that a workflow is not', async () => {
  expect(await door.isReachable()).toBe(true)
  expect(await send(door, aParcel())).toEqual({ kind: 'no_workflow' })
  expect(await door.clockOf({ namespace, workflow: 'base/nowhere' })).toBeUndefined()
})

test('a command nobody works on is unanswered after the patience of a person', async () => {
  const parcel: Parcel = { ...aParcel(), start: { type: 'programme', input: { programme: 'p' }, summary: 'p' } }
  expect(await send(door, parcel)).toEqual({ kind: 'unanswered' })
})

test('many people at once: each update carries its own actor and no other', async () => {
  const heard: string[] = []
  const input = {
    updateName: 'comment',
    args: [],
    workflowExecution: { workflowId: 'w' },
    headers: {},
    options: { updateId: 'u', args: [] },
  }
  const people = Array.from({ length: 20 }, (_, n) => `p-${n}`)
  await Promise.all(
    people.map((person) =>
      actingAs({ ...actor(person), seal: 'none' }, async () => {
        await new Promise((resolve) => setImmediate(resolve))
        await actorInterceptor.startUpdate?.(input, async ({ headers }) => {
          const carried: Actor = defaultPayloadConverter.fromPayload(headers[actorHeader] ?? {})
          heard.push(`${person} ${carried.person}`)
          return { updateId: 'u', workflowRunId: 'r' }
        })
      }),
    ),
  )
  expect(heard.toSorted()).toEqual(people.map((person) => `${person} ${person}`).toSorted())
  await expect(
    async () => await actorInterceptor.startUpdate?.(input, async () => ({ updateId: 'u', workflowRunId: 'r' })),
  ).rejects.toThrow('actingAs')
})

test('a worker is there once one asks for workflows and for activities in the namespace, and nowhere else', async () => {
  const native = await NativeConnection.connect({ address })
  const taskQueue = `workers-${randomUUID()}`
  const asking = openTemporalDoor({ address, taskQueue })
  const workflowsPath = fileURLToPath(new URL('./fixtures/sleeper.ts', import.meta.url))
  const options = { connection: native, namespace, taskQueue }
  expect(await asking.hasWorker(namespace)).toBe(false)
  const half = await Worker.create({ ...options, workflowsPath })
  await half.runUntil(async () => {
    const whole = await Worker.create({ ...options, activities: { rest: async () => undefined } })
    await whole.runUntil(async () => {
      while (!(await asking.hasWorker(namespace))) await new Promise((resolve) => setTimeout(resolve, 50))
    })
  })
  expect(await asking.hasWorker(rehearsalNamespace)).toBe(false)
  expect(await asking.hasWorker('no-such-namespace')).toBe(false)
  await Promise.all([native.close(), asking.close()])
})

test('a rehearsed workflow is moved by exactly what is asked, and its clock is the one the server keeps', async () => {
  const [native, connection] = [await NativeConnection.connect({ address }), await Connection.connect({ address })]
  const taskQueue = `sleepers-${randomUUID()}`
  const workflowsPath = fileURLToPath(new URL('./fixtures/sleeper.ts', import.meta.url))
  const worker = await Worker.create({ connection: native, namespace: rehearsalNamespace, taskQueue, workflowsPath })
  await worker.runUntil(async () => {
    const client = new Client({ connection, namespace: rehearsalNamespace })
    const workflow = `sleeper/${randomUUID()}`
    const handle = await client.workflow.start('sleeper', { workflowId: workflow, taskQueue, args: [40 * day] })
    const place = { namespace: rehearsalNamespace, workflow }
    const before = Date.parse((await door.clockOf(place)) ?? '')
    expect(Math.abs(before - machineClock().getTime())).toBeLessThan(5_000)
    const move = async (byMs: number) => await door.fastForward(place, { byMs, id: randomUUID(), patienceMs: 15_000 })
    expect(await move(30 * day)).toBe('arrived')
    const between = Date.parse((await door.clockOf(place)) ?? '')
    expect(Math.abs(between - before - 30 * day)).toBeLessThan(10_000)
    expect(['arrived', 'ended']).toContain(await move(11 * day))
    const woke: unknown = await handle.result()
    expect(Math.abs(Date.parse(String(woke)) - before - 40 * day)).toBeLessThan(20_000)
    expect(await door.clockOf(place)).toBeUndefined()
  })
  await Promise.all([native.close(), connection.close()])
})
