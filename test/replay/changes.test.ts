import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { benchOf, type Bench } from '../../tools/replay/changed-sources.js'
import { heldAgainst, type Held } from '../../tools/replay/gate.js'
import { readSets, setsFolder } from '../../tools/replay/histories.js'
import { bundleToTell } from '../../tools/replay/replay.js'
import { quietRuntime } from '../support/quiet-runtime.js'
import { drawn, drawnBy } from '../support/how-much.js'
import { harmful, harmless, stricter } from './changes.js'

/** The gate held against itself: changes of which it is known whether they do harm are made to a copy of the code, one by one. */
let bench: Bench
/** A machine that does much else takes ten times as long. */
const patienceMs = 180_000

quietRuntime()
beforeAll(async () => {
  const sets = await readSets(setsFolder)
  const histories = sets.flatMap((set) => (set.manifest.replaysOnToday ? set.histories : []))
  const code = await bundleToTell({ root: new URL('../..', import.meta.url).pathname })
  const held: Held[] = []
  for await (const one of heldAgainst(code, histories)) held.push(one)
  bench = await benchOf(
    histories,
    held.map(({ replayed }) => replayed),
  )
}, 180_000)
afterAll(() => bench.remove())

/** Each replays until it is seen: the short form draws some of them. */
const tried = drawn(harmful, { short: 4, of: 'harmful changes' })

test.each(tried)(
  'it is seen when $what',
  async (change) => {
    expect(await bench.tryOut(change)).toMatchObject({ by: change.by })
  },
  120_000,
)

// Each of these replays everything to its end.
test.each(drawn(harmless, { short: 1, of: 'harmless changes' }))(
  'nothing is said when $what',
  async (change) => {
    expect(await bench.tryOut(change)).toBeUndefined()
  },
  120_000,
)

test(
  'a rule that forbids what was done long ago stops no base that did it: its histories replay',
  async () => {
    expect(await bench.tryOutReplaying(stricter)).toBeUndefined()
  },
  patienceMs,
)

test(`the list is as long as it has to be, and ${tried.length} of ${harmful.length} harmful changes are tried, drawn by ${drawnBy}`, () => {
  expect(harmful.length).toBeGreaterThanOrEqual(15)
  expect(harmless).toHaveLength(6)
})
