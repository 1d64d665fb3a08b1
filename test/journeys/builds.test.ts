import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import { NativeConnection } from '@temporalio/worker'
import pino from 'pino'
import { openTemporalDoor } from '../../api/temporal/door.js'
import { deadlineIn } from '../../clock/machine-clock.js'
import { createFolderStore } from '../../documents/folder-store.js'
import { createTypesetter } from '../../documents/typesetter.js'
import { baseWorkflowId } from '../../domain/ids.js'
import { makeCurrent } from '../../workers/builds.js'
import { startWorker } from '../../workers/wiring.js'
import { aBuild, type Build, type Change } from '../support/a-build.js'
import { aCommandId, aProgramme, sendToBase, type AProgramme } from '../support/a-worker.js'
import { holderOf, nomination } from '../support/an-example.js'

/** A rule of another build: nobody comments any more, which everybody had done before. */
const noComments: Change = {
  file: 'domain/judge/comment.ts',
  from: "return accept(add(draft, { type: 'commented'",
  to: "return refuse({ code: 'base_closed', detail: { base: state.id, status: state.status } })\n  accept(add(draft, { type: 'commented'",
}
/** Every date of another build is later, and so is the clock that waits for it. */
const laterDates: Change = {
  file: 'workflows/base-core.ts',
  from: 'due: nextDueAt(state, prepared),',
  to: "due: nextDueAt(state, prepared)?.replace(/^2026/, '2027') ?? null,",
}
/** What a run does of itself at its beginning, in another build: a replay of the others' runs would stumble over it. */
const firstSleeps: Change = {
  file: 'workflows/cooperation-base.ts',
  from: '    await prepared\n',
  to: '    await prepared\n    await condition(() => false, 1)\n',
}

let connection: Connection
let programme: AProgramme
const builds: Build[] = []
const stops: (() => Promise<void>)[] = []
beforeAll(async () => {
  programme = await aProgramme('builds side by side')
  connection = await Connection.connect({ address: programme.temporalAddress })
  for (const changes of [[], [noComments, laterDates], [laterDates, firstSleeps]]) builds.push(await aBuild(changes))
}, 120_000)
afterAll(async () => {
  for (const stop of stops.toReversed()) await stop()
  for (const build of builds) await build.remove()
  await connection.close()
  await programme.close()
})

/** A worker of one of the three builds; with a name its bases are pinned to it. */
const aWorkerOf = async (number: number, { name, taskQueue }: { name?: string; taskQueue: string }) => {
  const build = builds[number]
  if (build === undefined) throw new Error(`there is no build ${number}`)
  const { db, namespace, temporalAddress } = programme
  const typesetter = createTypesetter()
  const worker = await startWorker({
    ...{ db, temporalAddress, typesetter, taskQueue, namespaces: [namespace], log: pino({ level: 'silent' }) },
    ...{ bundle: build.bundle, cores: build.cores, build: name },
    store: createFolderStore({ folder: join(tmpdir(), 'cornerstone-builds') }),
  })
  let isRunning = true
  const stop = async (): Promise<void> => {
    if (!isRunning) return
    isRunning = false
    await worker.stop()
    await typesetter.close()
  }
  stops.push(stop)
  return { stop }
}

/** A base of its own, on a queue of its own. */
const nominated = async (cluster: string, door: AProgramme['door']) => {
  const base = `gasme-${cluster}-${programme.base.split('-').at(-1)}`
  const facts = { ...nomination.cluster, cluster, overlaps: [] }
  const windowEnds = new Date(deadlineIn(60 * 24 * 3600 * 1000)).toISOString()
  const start = {
    type: 'cooperationBase',
    input: { base, place: { country: 'CN', zone: 'Asia/Shanghai' }, procedure: 'full' as const },
    summary: base,
  }
  const command = { ...nomination, windowEnds, cluster: facts }
  const parcel = { namespace: programme.namespace, workflow: baseWorkflowId(base), update: 'nominate', command, start }
  expect(await door.send(parcel, { id: aCommandId(), actor: holderOf('PM') })).toMatchObject({ kind: 'accepted' })
  return base
}

const commentOn = (base: string, n: number) =>
  sendToBase(
    { ...programme, base },
    {
      command: { type: 'comment', text: { id: aCommandId(), hash: String(n).padStart(64, '0') } },
      actor: programme.holderOf('PM'),
    },
  )

/** The builds on which the runs of a base were, one after the other, and how many workflow tasks failed in them. */
const livedOn = async (base: string) => {
  const { workflow } = new Client({ connection, namespace: programme.namespace })
  const runs: { readonly build: string; readonly failed: number }[] = []
  let runId: string | undefined
  do {
    const handle = workflow.getHandle(baseWorkflowId(base), runId)
    const { raw } = await handle.describe()
    const { events } = await handle.fetchHistory()
    runs.unshift({
      build: raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId ?? '',
      failed: (events ?? []).filter((event) => event.workflowTaskFailedEventAttributes).length,
    })
    runId = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined
  } while (runId !== undefined)
  return runs
}

test('a base goes on under a rule that would have refused what it did, and nobody is answered otherwise', async () => {
  const { taskQueue, door } = programme
  const before = await aWorkerOf(0, { taskQueue })
  const base = await nominated('C01-dali', door)
  expect(await commentOn(base, 1)).toMatchObject({ kind: 'accepted' })
  await before.stop()
  await aWorkerOf(1, { taskQueue })
  expect(await commentOn(base, 2)).toMatchObject({ kind: 'refused', refusal: { code: 'base_closed' } })
  const held = await sendToBase(
    { ...programme, base },
    { command: { type: 'hold', code: 'FMJ' }, actor: programme.holderOf('PM') },
  )
  expect(held).toMatchObject({ kind: 'accepted' })
  expect(await livedOn(base)).toEqual([{ build: '', failed: 0 }])
}, 120_000)

test('three builds live side by side: a base stays with its own, moves when it continues as new, and no task fails', async () => {
  const { namespace, temporalAddress } = programme
  const taskQueue = `${programme.taskQueue} of builds`
  const door = openTemporalDoor({ address: temporalAddress, taskQueue })
  const native = await NativeConnection.connect({ address: temporalAddress })
  const become = (build: string) => untilMade(() => makeCurrent({ connection: native, namespace, build }))
  const names = ['a', 'b', 'c'].map((letter) => `${letter}-${programme.base.split('-').at(-1)}`)
  const [a = '', b = '', c = ''] = names
  await aWorkerOf(0, { name: a, taskQueue })
  await become(a)
  const first = await nominated('C02-haining', door)
  await aWorkerOf(2, { name: b, taskQueue })
  const second = await nominated('C03-wenzhou', door)
  await become(b)
  const third = await nominated('C04-foshan', door)
  for (const base of [first, second, third]) expect(await commentOn(base, 1)).toMatchObject({ kind: 'accepted' })
  await aWorkerOf(1, { name: c, taskQueue })
  await become(c)
  for (const base of [first, second, third]) await untilOn(c, base)
  const lives = await Promise.all([first, second, third].map(livedOn))
  expect(lives.flat().every(({ failed }) => failed === 0)).toBe(true)
  expect(lives.map((runs) => runs[0]?.build)).toEqual([a, a, b])
  expect(lives.map((runs) => runs.at(-1)?.build)).toEqual([c, c, c])
  await native.close()
  await door.close()
}, 180_000)

/** Acts on a base until it has moved to a build: that another one is current reaches its runs a moment later. */
const untilOn = async (build: string, base: string): Promise<void> => {
  const giveUp = performance.now() + 60_000
  for (let turn = 0; (await livedOn(base)).at(-1)?.build !== build && performance.now() < giveUp; turn += 1) {
    const command = turn % 2 === 0 ? ({ type: 'hold', code: 'FMJ' } as const) : ({ type: 'resume' } as const)
    await sendToBase({ ...programme, base }, { command, actor: programme.holderOf('PM') })
  }
}

/** A build becomes current once its workers have been heard of, which takes the server a moment. */
const untilMade = async (make: () => Promise<void>): Promise<void> => {
  const giveUp = performance.now() + 30_000
  for (;;) {
    const made = await make().then(
      () => true,
      () => false,
    )
    if (made) return
    if (performance.now() > giveUp) return await make()
  }
}
