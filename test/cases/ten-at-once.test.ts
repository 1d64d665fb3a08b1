import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { drawnOrder } from '../../cli/rehearsal/drawn-order.js'
import { eleven } from '../../cli/rehearsal/ten-at-once.js'
import { sampleClusters } from '../../cli/sample-data.js'
import { connect } from '../../db/connect.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { createProgramme } from '../../db/writes/programmes.js'
import { clusterFacts } from '../../domain/cluster-record.js'
import { full } from '../../domain/gicc/full.js'
import type { BaseView } from '../../domain/record.js'
import { nominated, requestOf, stepOpened } from '../db/an-example.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'

let database: TestDatabase
let db: Kysely<Database>
beforeAll(async () => {
  database = await cloneDatabase('ten at once')
  db = connect(database.appUrl)
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const { settings } = full
const seeds = Array.from({ length: 22 }, (_, seed) => seed)

/** What the caps see of a cluster of the sample. */
const placeOf = (cluster: string): Partial<BaseView> => {
  const { clusters, nesting } = sampleClusters()
  const read = clusterFacts(
    clusters.find(({ id }) => id === cluster),
    { nesting, recordHash: '' },
  )
  if (!read.ok) throw new Error(`${cluster} is not in the sample`)
  const { category, province, country, overlaps } = read.facts
  return { cluster, category, province, country, overlaps }
}

/** The eleven before their boards, in a programme of their own. */
const beforeTheBoards = async (programme: string): Promise<void> => {
  await createProgramme(db, {
    id: programme,
    namespace: 'race',
    rehearsal: true,
    label: { en: 'Race', 'zh-CN': '竞争' },
    procedure: 'full',
  })
  for (const cluster of eleven) {
    const base = `${programme}-${cluster}-1`
    const view = { ...placeOf(cluster), programme }
    await recordEntries(
      db,
      requestOf({ base, name: 'nominate', after: 0, view, events: [nominated(base), stepOpened('2.10.1', 'BD')] }),
    )
  }
}

/** The deciding vote of a board: the slot it was given, or why not. */
const decides = async (programme: string, cluster: string) => {
  const view = { ...placeOf(cluster), programme }
  const asked = requestOf({
    base: `${programme}-${cluster}-1`,
    name: 'approve',
    after: 2,
    view,
    events: [{ type: 'slot_reserved', slot: 0 } as const],
    claims: [{ claim: 'slot', programme } as const],
  })
  const answer = await recordEntries(db, { ...asked, limits: settings })
  return { cluster, refused: answer.kind === 'refused' ? answer.refusal.code : undefined }
}

const slotsOf = (programme: string) =>
  db.selectFrom('slot').select(['number', 'base']).where('programme', '=', programme).orderBy('number').execute()

test('an order drawn from a seed is the same every time, holds everybody once, and differs from the next', () => {
  for (const seed of seeds) {
    expect(drawnOrder(eleven, seed)).toEqual(drawnOrder(eleven, seed))
    expect(drawnOrder(eleven, seed).toSorted()).toEqual(eleven.toSorted())
  }
  const firsts = new Set(seeds.map((seed) => drawnOrder(eleven, seed).slice(0, 3).join()))
  expect(firsts.size).toBeGreaterThan(15)
})

test('of eleven boards in an order drawn from a seed ten get a slot, and over the seeds each of the eleven has been the one that did not (8.1)', async () => {
  const last: string[] = []
  for (const seed of seeds) {
    const programme = `seed${seed}`
    await beforeTheBoards(programme)
    const order = drawnOrder(eleven, seed)
    const outcomes = []
    for (const cluster of order) outcomes.push(await decides(programme, cluster))
    const refused = outcomes.filter((outcome) => outcome.refused !== undefined)
    expect(refused).toEqual([{ cluster: order.at(-1), refused: 'no_free_slot' }])
    expect((await slotsOf(programme)).map(({ base }) => base)).toEqual(
      order.slice(0, 10).map((cluster) => `${programme}-${cluster}-1`),
    )
    last.push(...refused.map(({ cluster }) => cluster))
  }
  expect([...new Set(last)].toSorted()).toEqual(eleven.toSorted())
})

test.each([1, 2, 3, 4, 5, 6])(
  'in race %i all eleven boards decide in the same moment: ten slots, one base each, and one board hears that none is left (14.1, 8.1)',
  async (race) => {
    const programme = `race${race}`
    await beforeTheBoards(programme)
    const outcomes = await Promise.all(drawnOrder(eleven, race).map((cluster) => decides(programme, cluster)))
    expect(outcomes.flatMap(({ refused }) => (refused === undefined ? [] : [refused]))).toEqual(['no_free_slot'])
    const slots = await slotsOf(programme)
    expect(slots.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(new Set(slots.map(({ base }) => base)).size).toBe(10)
  },
)
