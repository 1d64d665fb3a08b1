import { someWords } from '../support/filling.js'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import { baseWorkflowId } from '../../domain/ids.js'
import { join } from 'node:path'
import { setsFolder } from '../../tools/replay/histories.js'
import { keptBuild } from '../../tools/replay/kept-build.js'
import { workflowBundle } from '../../workers/bundle.js'
import { tmpdir } from 'node:os'
import { aBuild, type Build } from '../support/a-build.js'
import type { SourceChange } from '../../tools/replay/copied-sources.js'
import { aCommandId, aProgramme, sendToBase, type AProgramme } from '../support/a-worker.js'
import { atBase } from '../support/a-seated-programme.js'
import { holderOf } from '../support/an-example.js'
import { buildsBeside } from '../support/builds-beside.js'

/** A rule of another build: nobody comments any more, which everybody had done before. */
const noComments: SourceChange = {
  file: 'domain/judge/comment.ts',
  from: "return accept(add(draft, { type: 'commented'",
  to: "return refuse({ code: 'base_closed', detail: { base: state.id, status: state.status } })\n  accept(add(draft, { type: 'commented'",
}
/** Every date of another build is later, and so is the clock that waits for it. */
const laterDates: SourceChange = {
  file: 'workflows/base-core.ts',
  from: 'due: nextDueAt(state, prepared),',
  to: "due: nextDueAt(state, prepared)?.replace(/^2026/, '2027') ?? null,",
}
/** What a run does of itself at its beginning, in another build: a replay of the others' runs would stumble over it. */
const firstSleeps: SourceChange = {
  file: 'workflows/cooperation-base.ts',
  from: '    await prepared\n',
  to: '    await prepared\n    await condition(() => false, 1)\n',
}

let programme: AProgramme
const builds: Build[] = []
const all: Awaited<ReturnType<typeof buildsBeside>>[] = []
beforeAll(async () => {
  programme = await aProgramme('builds side by side')
  for (const changes of [[], [noComments, laterDates], [laterDates, firstSleeps]]) builds.push(await aBuild(changes))
}, 120_000)
afterAll(async () => {
  for (const one of all) await one.close()
  for (const build of builds) await build.remove()
  await programme.close()
})

const build = (number: number): Build => {
  const one = builds[number]
  if (one === undefined) throw new Error(`there is no build ${number}`)
  return one
}

/** Workers of builds on a queue of their own, and a name for each build that no other test uses. */
const beside = async (what: string) => {
  const one = await buildsBeside(programme, `${programme.taskQueue} ${what}`)
  all.push(one)
  return { ...one, named: (letter: string) => `${letter}-${programme.base.split('-').at(-1)}` }
}

const commentOn = (base: string, n: number) =>
  sendToBase(
    { ...programme, base },
    {
      command: { type: 'comment', text: { id: aCommandId(), hash: String(n).padStart(64, '0') } },
      actor: programme.holderOf('PM'),
    },
  )

test('a base goes on under a rule that would have refused what it did, and nobody is answered otherwise', async () => {
  const { aWorkerOf, nominated, livedOn } = await beside('of changed rules')
  const before = await aWorkerOf(build(0))
  const base = await nominated('C01-dali')
  expect(await commentOn(base, 1)).toMatchObject({ kind: 'accepted' })
  await before.stop()
  await aWorkerOf(build(1))
  expect(await commentOn(base, 2)).toMatchObject({ kind: 'refused', refusal: { code: 'base_closed' } })
  const held = await sendToBase(
    { ...programme, base },
    { command: { type: 'hold', code: 'FMJ', reason: someWords }, actor: programme.holderOf('PM') },
  )
  expect(held).toMatchObject({ kind: 'accepted' })
  expect(await livedOn(base)).toEqual([{ build: '', failed: 0 }])
}, 120_000)

test('three builds live side by side: a base stays with its own, moves when it continues as new, and no task fails', async () => {
  const { aWorkerOf, become, nominated, livedOn, untilOn, named, inUse } = await beside('of builds')
  const [a, b, c] = [named('a'), named('b'), named('c')]
  await aWorkerOf(build(0), a)
  await become(a)
  const first = await nominated('C02-haining')
  await aWorkerOf(build(2), b)
  const second = await nominated('C03-wenzhou')
  await become(b)
  const third = await nominated('C04-foshan')
  for (const base of [first, second, third]) expect(await commentOn(base, 1)).toMatchObject({ kind: 'accepted' })
  await aWorkerOf(build(1), c)
  await become(c)
  for (const base of [first, second, third]) await untilOn(c, base)
  const lives = await Promise.all([first, second, third].map(livedOn))
  expect(lives.flat().every(({ failed }) => failed === 0)).toBe(true)
  expect(lives.map((runs) => runs[0]?.build)).toEqual([a, a, b])
  expect(lives.map((runs) => runs.at(-1)?.build)).toEqual([c, c, c])
  const told = async () => (await inUse()).filter(({ build }) => [a, b, c].includes(build))
  while ((await told()).some(({ build, runs }) => build !== c && runs > 0)) await pause(100)
  expect((await told()).toSorted((one, other) => (one.build < other.build ? -1 : 1))).toEqual([
    { build: a, isCurrent: false, runs: 0 },
    { build: b, isCurrent: false, runs: 0 },
    { build: c, isCurrent: true, runs: 3 },
  ])
}, 180_000)

/** The oldest that hands the seal of a sender over; the builds before it were never live, and none of their bases could go on. */
const oldestThatSeals = '2'

test('a base that began on the oldest kept build lives on, and ends on the one of today', async () => {
  const { aWorkerOf, become, nominated, livedOn, untilOn, named } = await beside('of builds')
  const [then, today] = [named('then'), named('today')]
  const older = await aWorkerOf({ bundle: await keptBuild(join(setsFolder, oldestThatSeals)) }, then)
  await become(then)
  const base = await nominated('C05-keqiao')
  expect(await commentOn(base, 1)).toMatchObject({ kind: 'accepted' })
  await aWorkerOf({ bundle: await workflowBundle({ cacheFolder: join(tmpdir(), 'cornerstone-test-bundles') }) }, today)
  await become(today)
  await untilOn(today, base)
  await older.stop()
  const left = await sendToBase(
    { ...programme, base },
    { command: { type: 'withdraw', code: 'WDR', reason: someWords }, actor: atBase(base, holderOf('LG')) },
  )
  expect(left).toMatchObject({ kind: 'accepted' })
  const connection = await Connection.connect({ address: programme.temporalAddress })
  await new Client({ connection, namespace: programme.namespace }).workflow.getHandle(baseWorkflowId(base)).result()
  await connection.close()
  const runs = await livedOn(base)
  expect(runs.map(({ failed }) => failed)).toEqual(runs.map(() => 0))
  expect([runs[0]?.build, runs.at(-1)?.build]).toEqual([then, today])
}, 180_000)
