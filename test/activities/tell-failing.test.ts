import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import type { Activities, DecisionRequest } from '../../activities/contract.js'
import { createRulesOf } from '../../activities/prepare.js'
import { createRecord } from '../../activities/record.js'
import { tellFailing } from '../../activities/tell-failing.js'
import { now } from '../../clock/machine-clock.js'
import { connect } from '../../db/connect.js'
import { failingRecords } from '../../db/reads/stuck.js'
import type { Database } from '../../db/schema.js'
import { markSent, receiveCommand } from '../../db/writes/commands.js'
import { skipCommand } from '../../db/writes/skip-command.js'
import { cores } from '../../workers/cores.js'
import { aProgrammeOfNine } from '../support/a-seated-programme.js'
import { exampleBase } from '../support/an-example.js'
import { sentByTheDoor } from '../support/sent-by-the-door.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { nominating } from './a-nomination-sent.js'

/** A worker that could not write a command down is killed; another one writes it, or an operator skips it. */
let database: TestDatabase
let db: Kysely<Database>
let record: Activities['record']

beforeAll(async () => {
  database = await cloneDatabase('tell failing')
  db = connect(database.appUrl)
  await aProgrammeOfNine(database, { base: exampleBase, namespace: 'cornerstone' })
  record = sentByTheDoor(createRecord({ db, cores, rulesOf: createRulesOf({ db }), onDefect: () => undefined }))
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

/** A worker whose disk is full for that command: it tries six times and is killed. */
const failSixTimes = async (request: DecisionRequest): Promise<void> => {
  const failing = tellFailing(() => Promise.reject(new Error('no_room')), { db })
  for (let turn = 0; turn < 6; turn += 1) await expect(failing(request)).rejects.toThrow('no_room')
}
const told = async () => (await failingRecords(db, { after: '2026-01-01T00:00:00.000Z' })).map((row) => row.command_id)
const kept = async () =>
  (await db.selectFrom('failing_record').select('command_id').execute()).map((row) => row.command_id)

const [written, skipped, third] = ['a1', 'a2', 'a3'].map((end) => `00000000-0000-4000-8000-0000000000${end}`)
if (written === undefined || skipped === undefined || third === undefined) throw new Error('three ids are needed')

test('what a worker that was killed could not write down is told until another one has written it', async () => {
  await failSixTimes(nominating(written))
  expect(await told()).toEqual([written])
  expect(await tellFailing(record, { db })(nominating(written))).toMatchObject({ answer: { ok: true } })
  expect(await told()).toEqual([])
})

test('nor is a command told any more that an operator has skipped', async () => {
  const note = { id: skipped, stream: exampleBase, route: 'POST /x', actor: 'p-PM', bodyHash: 'b'.repeat(64), body: {} }
  await receiveCommand(db, note)
  await markSent(db, { command: note })
  await failSixTimes(nominating(skipped))
  expect(await told()).toEqual([skipped])
  expect(await skipCommand(db, { id: skipped, outcome: { status: 409, body: '{}' }, at: now() })).toBe(true)
  expect(await told()).toEqual([])
})

test('what is told no more goes when the next one is told; a command of a machine is told like a person’s', async () => {
  const tick = `clock:${exampleBase}:3`
  await failSixTimes(nominating(third))
  await failSixTimes({ ...nominating(tick), id: tick })
  expect([await told(), (await kept()).toSorted()]).toEqual([[third, tick], [third, tick].toSorted()])
})
