import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { createRulesOf } from '../../activities/prepare.js'
import { connect } from '../../db/connect.js'
import type { Database } from '../../db/schema.js'
import { seedProcedures } from '../../db/writes/procedures.js'
import { full } from '../../domain/gicc/full.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'

const sides = [
  { country: 'US', zone: 'America/New_York' },
  { country: 'CN', zone: 'Asia/Shanghai' },
]
const asked = { procedure: 'full', calendars: sides, from: '2026-11-26' } as const
const version = '2030-01-01'
const [morning, noon] = ['2026-11-26T08:00:00.000Z', '2026-11-26T12:00:00.000Z']

let database: TestDatabase
let db: Kysely<Database>
beforeAll(async () => {
  database = await cloneDatabase('rules and calendars')
  db = connect(database.appUrl)
  await seedProcedures(db, { procedures: [full], at: morning })
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

test('a run gets the newest rules and the calendars of both sides, the same when it asks twice', async () => {
  const rulesOf = createRulesOf({ db })
  const prepared = await rulesOf(asked)
  expect(prepared.procedure).toEqual(full)
  expect(Object.keys(prepared.calendars)).toEqual(['US@America/New_York', 'CN@Asia/Shanghai'])
  expect(await rulesOf(asked)).toEqual(prepared)
})

test('a calendar covers half a year before the asked date and two years after it, and stays small', async () => {
  const calendars = Object.values((await createRulesOf({ db })(asked)).calendars)
  expect(calendars.map(({ from }) => from)).toEqual(['2026-05-01', '2026-05-01'])
  const [american] = calendars
  expect((american?.knownUntil ?? '') >= '2028-11-26').toBe(true)
  for (const calendar of calendars) expect(JSON.stringify(calendar).length).toBeLessThan(2_000)
})

test('a pinned version is kept to when newer rules come into force, and nobody else is', async () => {
  const rulesOf = createRulesOf({ db })
  const pinned = await rulesOf({ ...asked, version: full.version })
  await seedProcedures(db, { procedures: [{ ...full, version }], at: noon })
  expect(await rulesOf({ ...asked, version: full.version })).toEqual(pinned)
  expect((await rulesOf(asked)).procedure.version).toBe(version)
})

test('rules that are missing are waited for, and the fault says how they come: no base ends because of them', async () => {
  const asking = createRulesOf({ db })({ ...asked, version: '1999-01-01' })
  await expect(asking).rejects.toMatchObject({
    nonRetryable: false,
    type: 'procedure_missing',
    message: expect.stringContaining('Procedure full 1999-01-01 is missing in the database.'),
  })
})
