import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { readBase } from '../../db/reads/bases.js'
import type { Database } from '../../db/schema.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { foundProgramme, limits, nominate, requestOf } from './an-example.js'

let database: TestDatabase
let db: Kysely<Database>
const bases = ['gasme-C01-a-1', 'gasme-C02-b-1', 'gasme-C03-c-1', 'gasme-C04-d-1']

beforeAll(async () => {
  database = await cloneDatabase('last slot')
  db = connect(database.appUrl)
  await foundProgramme(db)
  for (const base of bases) await nominate(db, { base })
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const reserve = (base: string, slots: number) =>
  recordEntries(db, {
    ...requestOf({ base, name: `reserve of ${slots}`, after: 3, events: [{ type: 'slot_reserved', slot: 0 }] }),
    claims: [{ claim: 'slot', programme: 'gasme' }],
    limits: { ...limits, slots },
  })

test('of four boards that reserve the last slot at once exactly one succeeds, and the others hear why', async () => {
  const answers = await Promise.all(bases.map((base) => reserve(base, 1)))
  const winners = answers.filter(({ kind }) => kind === 'recorded')
  expect(winners).toMatchObject([{ entries: [{ event: { type: 'slot_reserved', slot: 1 } }] }])
  const losers = answers.filter(({ kind }) => kind === 'refused')
  expect(losers).toHaveLength(3)
  for (const loser of losers)
    expect(loser).toEqual({ kind: 'refused', refusal: { code: 'no_free_slot', have: 1, allowed: 1 } })
})

test('a slot that was freed is the lowest free one and is given again', async () => {
  const { base: holder } = await db.selectFrom('slot').select('base').executeTakeFirstOrThrow()
  const others = bases.filter((base) => base !== holder)
  await reserve(others[0] ?? '', 10)
  const freed = requestOf({ base: holder ?? '', name: 'free', after: 4, events: [{ type: 'slot_freed', slot: 1 }] })
  await recordEntries(db, { ...freed, claims: [{ claim: 'release_slot' }] })
  expect(await readBase(db, { id: holder ?? '' })).toMatchObject({ slot: null })
  const again = await reserve(others[1] ?? '', 10)
  expect(again).toMatchObject({ kind: 'recorded', entries: [{ event: { slot: 1 } }] })
  expect(await readBase(db, { id: others[1] ?? '' })).toMatchObject({ slot: 1 })
  expect(await readBase(db, { id: others[0] ?? '' })).toMatchObject({ slot: 2 })
})

test('without a claim the database itself keeps a held slot from being taken over, and nothing is written', async () => {
  const { base: holder } = await db.selectFrom('slot').select('base').where('number', '=', 1).executeTakeFirstOrThrow()
  const [other = ''] = bases.filter((base) => base !== holder)
  const before = await readBase(db, { id: other })
  const after = before?.ledger.entries ?? 0
  const unclaimed = requestOf({ base: other, name: 'take over', after, events: [{ type: 'slot_reserved', slot: 1 }] })
  await expect(recordEntries(db, unclaimed)).rejects.toThrow(`Slot 1 is held by ${holder}`)
  expect(await readBase(db, { id: other })).toEqual(before)
})
