import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { connect } from '../../db/connect.js'
import { letterChannel } from '../../db/record/queue-letters.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { foundProgramme, handInDossier, nominate, requestOf, yueqing } from './an-example.js'

let database: TestDatabase
let db: Kysely<Database>
let relay: pg.Client

beforeAll(async () => {
  database = await cloneDatabase('letter notice')
  db = connect(database.appUrl)
  await foundProgramme(db)
  relay = new pg.Client({ connectionString: database.appUrl })
  await relay.connect()
  await relay.query('listen letter')
})

afterAll(async () => {
  await Promise.all([relay.end(), db.destroy()])
  await database.drop()
})

test('the relay is woken when letters were queued, and only then', async () => {
  const heard: unknown[] = []
  relay.on('notification', ({ channel, payload }) => heard.push([channel, payload]))
  const woken = once(relay, 'notification')
  await nominate(db)
  await woken
  await recordEntries(db, requestOf({ name: 'quiet', after: 3, events: [{ type: 'cancel_refused' }] }))
  const wokenAgain = once(relay, 'notification')
  await recordEntries(db, { ...handInDossier(), expectedHead: 4 })
  await wokenAgain
  expect(heard).toEqual([
    [letterChannel, yueqing],
    [letterChannel, yueqing],
  ])
})
