import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import proto from '@temporalio/proto'
import { heldAgainst, judgedAgainst, type Found, type Held } from '../../tools/replay/gate.js'
import { readSets, setsFolder, type KeptHistory, type KeptSet } from '../../tools/replay/histories.js'
import { judging } from '../../tools/replay/judging.js'
import { keptBuild } from '../../tools/replay/kept-build.js'
import { bundleToTell, replays } from '../../tools/replay/replay.js'
import { quietRuntime } from '../support/quiet-runtime.js'

/**
 * Real histories on the code of today. A replay judges nothing, so three things are held: the order of what a workflow does,
 * what each of its calls carries, and what its commands become when they are judged again. `npm run histories` records.
 */
let scratch: string
let code: string
let histories: readonly KeptHistory[]
let older: readonly KeptSet[]
let held: readonly Held[]

quietRuntime()
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'cornerstone-histories-'))
  const sets = await readSets(setsFolder)
  older = sets.filter(({ manifest }) => !manifest.replaysOnToday)
  histories = sets.flatMap((set) => (set.manifest.replaysOnToday ? set.histories : []))
  code = await bundleToTell({ root: new URL('../..', import.meta.url).pathname })
  held = await allOf(heldAgainst(code, histories))
}, 180_000)
afterAll(() => rm(scratch, { recursive: true, force: true }))

const allOf = async <T>(all: AsyncIterable<T>): Promise<readonly T[]> => {
  const list: T[] = []
  for await (const one of all) list.push(one)
  return list
}
const foundIn = (all: readonly Held[]): readonly Found[] => all.flatMap(({ found }) => (found ? [found] : []))

test('every kept history replays on the code of today, and each of its calls carries what it carried', () => {
  expect(foundIn(held)).toEqual([])
  expect(held).toHaveLength(histories.length)
  expect(histories.length).toBeGreaterThanOrEqual(20)
})

test('by the rules of today every kept command becomes what it became', async () => {
  expect(
    await allOf(
      judgedAgainst(
        judging,
        held.map(({ replayed }) => replayed),
      ),
    ),
  ).toEqual([])
}, 120_000)

const errorsOn = async (build: string, of: readonly KeptHistory[]): Promise<readonly string[]> =>
  (await allOf(replays(build, of))).flatMap((one) => (one.error === undefined ? [] : [one.of.name]))

test('the histories of an older build replay to their end on that build, and would not all do so on the one of today', async () => {
  expect(older.length).toBeGreaterThanOrEqual(1)
  for (const set of older) {
    const { code: itsOwn } = await keptBuild(join(setsFolder, set.set))
    expect(await errorsOn(itsOwn, set.histories)).toEqual([])
    expect(await errorsOn(code, set.histories)).not.toEqual([])
  }
}, 120_000)

const { History } = proto.temporal.api.history.v1

test('a history in which a decision was recorded by another activity does not replay', async () => {
  const [first] = histories
  if (first === undefined) throw new Error('no history is kept')
  const history = History.decode(History.encode(first.history).finish())
  const last = history.events.flatMap((event) => event.markerRecordedEventAttributes ?? []).at(-1)
  if (last === undefined) throw new Error('the history holds no local activity')
  last.markerName = 'another_marker'
  expect(foundIn(await allOf(heldAgainst(code, [{ ...first, history }])))).toMatchObject([{ by: 'replay' }])
})

/** A copy of the newest set, to be damaged. */
const damaged = async (harm: (folder: string) => Promise<unknown>): Promise<string> => {
  const sets = await mkdtemp(join(scratch, 'sets-'))
  const newest = join(sets, '2')
  await cp(join(setsFolder, '2'), newest, { recursive: true })
  await harm(newest)
  return sets
}

test.each<[string, (folder: string) => Promise<unknown>, string]>([
  ['no set', (folder) => rm(folder, { recursive: true }), 'holds no set'],
  ['a set without a manifest', (folder) => rm(join(folder, 'manifest.json')), 'has no manifest'],
  [
    'a manifest that names nothing',
    (folder) => writeFile(join(folder, 'manifest.json'), '{"replaysOnToday":true,"histories":{}}'),
    'names no history',
  ],
  ['a history fewer', (folder) => rm(join(folder, 'acts-01.binpb')), 'acts-01 is missing'],
  ['a history more', (folder) => writeFile(join(folder, 'x.binpb'), ''), 'x is not in the manifest'],
  ['a history without a transcript', (folder) => rm(join(folder, 'acts-01.json')), 'acts-01 has no transcript'],
  ['a set without its build', (folder) => rm(join(folder, 'build.js.gz')), 'its build is missing'],
  ['half a transcript', (folder) => writeFile(join(folder, 'acts-01.json'), '[]'), 'not as long as the manifest says'],
])('%s is not taken for a gate that lets everything through', async (_, harm, says) => {
  await expect(readSets(await damaged(harm))).rejects.toThrow(says)
})

test('a transcript that was changed by hand is found', async () => {
  const sets = await damaged(async (folder) => {
    const path = join(folder, 'two-reviews-01.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace('"ms":600000', '"ms":600001'))
  })
  const [set] = await readSets(sets)
  const some = set?.histories.filter(({ name }) => name === 'two-reviews-01') ?? []
  expect(foundIn(await allOf(heldAgainst(code, some)))).toMatchObject([{ by: 'transcript' }])
})
