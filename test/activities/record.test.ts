import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { createRecord } from '../../activities/record.js'
import { connect } from '../../db/connect.js'
import { listHistory } from '../../db/reads/history.js'
import { listLetters } from '../../db/reads/letters.js'
import type { Database } from '../../db/schema.js'
import { foundProgramme, handInDossier, nominate, requestOf, yueqing } from '../db/an-example.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'

let database: TestDatabase
let db: Kysely<Database>

beforeAll(async () => {
  database = await cloneDatabase('record activity')
  db = connect(database.appUrl)
  await foundProgramme(db)
  await nominate(db)
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

test('the record activity run twice for one decision has one effect', async () => {
  const record = createRecord({ db })
  const first = await record(handInDossier())
  const again = await record(handInDossier())
  expect(again).toEqual(first)
  expect((await listHistory(db, { stream: yueqing })).items).toHaveLength(7)
  expect((await listLetters(db, { base: yueqing })).items).toHaveLength(4)
})

test('a database that is away is a fault, never a refusal', async () => {
  const away = connect('postgres://nobody@127.0.0.1:9/nowhere')
  const record = createRecord({ db: away })
  await expect(record(requestOf({ name: 'away', after: 7, events: [] }))).rejects.toThrow('ECONNREFUSED')
  await away.destroy()
})
