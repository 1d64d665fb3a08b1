import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { createRulesOf } from '../../activities/prepare.js'
import { createRecord } from '../../activities/record.js'
import type { Activities } from '../../activities/contract.js'
import { connect } from '../../db/connect.js'
import { readCommand } from '../../db/reads/commands.js'
import { listHistory } from '../../db/reads/history.js'
import { listLetters } from '../../db/reads/letters.js'
import type { Database } from '../../db/schema.js'
import { receiveCommand } from '../../db/writes/commands.js'
import { unborn } from '../../domain/state.js'
import { cores } from '../../workers/cores.js'
import { dayOfNomination, exampleBase, holderOf } from '../support/an-example.js'
import { aProgrammeOfNine } from '../support/a-seated-programme.js'
import { sentByTheDoor } from '../support/sent-by-the-door.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { nominating } from './a-nomination-sent.js'

let database: TestDatabase
let db: Kysely<Database>
let record: Activities['record']
let met: string[] = []

beforeAll(async () => {
  database = await cloneDatabase('record activity')
  db = connect(database.appUrl)
  await aProgrammeOfNine(database, { base: exampleBase, namespace: 'cornerstone' })
  record = sentByTheDoor(
    createRecord({ db, cores, rulesOf: createRulesOf({ db }), onDefect: ({ command }) => met.push(command) }),
  )
})
beforeEach(() => {
  met = []
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const request = nominating('00000000-0000-4000-8000-0000000000a1')

test('a decision recorded twice has one effect and one outcome', async () => {
  const first = await record(request)
  const again = await record(request)
  expect(first.answer).toMatchObject({ ok: true, head: 3 })
  expect(again).toEqual(first)
  expect((await listHistory(db, { stream: exampleBase })).items).toHaveLength(3)
  expect((await listLetters(db, { base: exampleBase })).items.length).toBeGreaterThan(0)
})

test('a note that was lost is written again with the entries, by what travelled with the command', async () => {
  const id = '00000000-0000-4000-8000-0000000000a1'
  const note = { route: 'POST /programmes/gasme/bases', bodyHash: 'b'.repeat(64), receivedAt: dayOfNomination }
  expect(await db.selectFrom('command').select('id').execute()).toEqual([])
  await record({ ...request, note })
  expect(await db.selectFrom('command').selectAll().execute()).toMatchObject([
    { id, state: 'accepted', actor: holderOf('PM').person, route: note.route, accepted: { head: 3 } },
  ])
})

test('what is refused here is kept under the text that was judged, whatever else came under its id since', async () => {
  const id = '00000000-0000-4000-8000-0000000000a3'
  const note = { route: 'POST /programmes/gasme/bases', bodyHash: 'b'.repeat(64), receivedAt: dayOfNomination }
  const other = { id, stream: exampleBase, route: note.route, actor: holderOf('PM').person, bodyHash: 'c'.repeat(64) }
  await receiveCommand(db, { ...other, body: {} })
  const { answer } = await record({ ...request, id, note })
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'already_nominated' } })
  expect(await readCommand(db, { id })).toMatchObject({
    state: 'sent',
    bodyHash: note.bodyHash,
    body: { update: 'nominate' },
    outcome: null,
  })
})

test('a workflow that knows less than the ledger is told what it does not know, with the ids of the commands', async () => {
  const { entries, answer, course } = await record({ ...lookedAt, state: unborn(exampleBase) })
  expect(entries.map(({ seq, commandId }) => [seq, commandId])).toEqual(
    [1, 2, 3].map((seq) => [seq, '00000000-0000-4000-8000-0000000000a1']),
  )
  expect(answer).toEqual({ ok: true, head: 0, entries: [] })
  expect(course).toMatchObject({ closed: false, stages: 0 })
})

const { command: _, ...lookedAt } = { ...request, id: 'look' }

test('a command that stands on another stream is told so, once and for good', async () => {
  const other = `${exampleBase.slice(0, -1)}2`
  const elsewhere = await record({ ...request, base: other, state: unborn(other) })
  expect(elsewhere.answer).toEqual({
    ok: false,
    refusal: { code: 'carried_out_elsewhere', detail: { command: request.id, stream: exampleBase } },
  })
})

test("a mistake of ours ends a person's command with a no that is final; what a machine brings is tried again", async () => {
  const poisoned = createRecord({
    db,
    rulesOf: createRulesOf({ db }),
    onDefect: ({ command }) => met.push(command),
    cores: { ...cores, base: (about) => ({ ...cores.base(about), judge: fails }) },
  })
  const { answer } = await sentByTheDoor(poisoned)({ ...request, id: '00000000-0000-4000-8000-0000000000a2' })
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'not_carried_out' } })
  expect(met).toEqual(['00000000-0000-4000-8000-0000000000a2'])
  const { actor: __, ...ofAMachine } = { ...request, id: 'clock' }
  await expect(poisoned({ ...ofAMachine, command: { type: 'tick' } })).rejects.toThrow('no step 9.9')
})

const fails = (): never => {
  throw new RangeError('procedure full has no step 9.9')
}

test('a database that is away is a fault, never a refusal', async () => {
  const away = connect('postgres://nobody@127.0.0.1:9/nowhere')
  const recordAway = createRecord({ db: away, cores, rulesOf: createRulesOf({ db }), onDefect: () => undefined })
  await expect(sentByTheDoor(recordAway)(request)).rejects.toThrow('ECONNREFUSED')
  await away.destroy()
})
