import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { readBase } from '../../db/reads/bases.js'
import { readCommand } from '../../db/reads/commands.js'
import { listHistory } from '../../db/reads/history.js'
import { listLetters } from '../../db/reads/letters.js'
import { listSteps } from '../../db/reads/steps.js'
import type { Database } from '../../db/schema.js'
import { receiveCommand, refuseCommand } from '../../db/writes/commands.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { foundProgramme, handInDossier, idOf, morning, nominate, requestOf, stepOpened, yueqing } from './an-example.js'

let database: TestDatabase
let db: Kysely<Database>

const note = {
  id: handInDossier().commandId,
  stream: yueqing,
  route: 'POST /decisions',
  actor: 'p-LG',
  bodyHash: 'b'.repeat(64),
  body: {},
}
beforeAll(async () => {
  database = await cloneDatabase('record')
  db = connect(database.appUrl)
  await foundProgramme(db)
  await nominate(db)
  await receiveCommand(db, note)
  await recordEntries(db, handInDossier())
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

test('a decision recorded twice with one id has one effect, and both answers name the same entries', async () => {
  const first = await recordEntries(db, handInDossier())
  const again = await recordEntries(db, handInDossier())
  expect(again).toEqual(first)
  expect(first).toMatchObject({ kind: 'recorded', head: 7, entries: [{ seq: 4 }, { seq: 5 }, { seq: 6 }, { seq: 7 }] })
  expect((await listHistory(db, { stream: yueqing })).items).toHaveLength(7)
  expect(await readBase(db, { id: yueqing })).toMatchObject({ counts: { steps: 1, decisions: 2 } })
})

test('the same decision sent twice at once has one effect', async () => {
  const act = requestOf({
    name: 'comment',
    after: 7,
    events: [{ type: 'cancel_refused' }],
    view: { status: 'screening' },
  })
  const answers = await Promise.all([recordEntries(db, act), recordEntries(db, act), recordEntries(db, act)])
  for (const answer of answers) expect(answer).toMatchObject({ kind: 'recorded', head: 8, entries: [{ seq: 8 }] })
})

test('a command id that was recorded on another base is told so, and writes nothing', async () => {
  const stolen = {
    ...requestOf({ base: 'gasme-C10-wenzhou-1', name: 'x', after: 0, events: [] }),
    commandId: idOf(`${yueqing} nominate`),
  }
  expect(await recordEntries(db, stolen)).toEqual({ kind: 'elsewhere', stream: yueqing })
})

test('a command whose sender was told "no" is not recorded afterwards, and one that is recorded is not refused', async () => {
  const late = requestOf({ name: 'refused before', after: 8, events: [{ type: 'cancel_refused' }] })
  const command = { ...note, id: late.commandId }
  expect(await refuseCommand(db, { command, outcome: { status: 409 } })).toMatchObject({ kind: 'kept' })
  expect(await recordEntries(db, late)).toEqual({ kind: 'answered' })
  const no = await refuseCommand(db, { command: { ...note, id: idOf(`${yueqing} nominate`) }, outcome: {} })
  expect(no).toMatchObject({
    kind: 'standing',
    standing: { stream: yueqing, head: 3, entries: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] },
  })
})

test('a workflow that is behind is given the entries it does not know, and nothing is written', async () => {
  const late = requestOf({
    name: 'late',
    after: 3,
    events: [{ type: 'cancel_refused' }],
    view: { status: 'screening' },
  })
  const answer = await recordEntries(db, late)
  expect(answer).toMatchObject({ kind: 'behind', entries: [{ seq: 4, event: { type: 'step_acted' } }, {}, {}, {}, {}] })
  expect(await recordEntries(db, { ...late, expectedHead: 8 })).toMatchObject({ kind: 'recorded', head: 9 })
})

test('a workflow that knows more than the ledger holds is a defect', async () => {
  const early = requestOf({ name: 'early', after: 50, events: [{ type: 'cancel_refused' }] })
  await expect(recordEntries(db, early)).rejects.toThrow('its workflow knows 50')
})

test('the read models show what was decided as soon as it is recorded', async () => {
  const base = await readBase(db, { id: yueqing })
  expect(base).toMatchObject({ status: 'screening', names: { en: { place: 'Yueqing' } }, missingParts: [3, 7] })
  expect(base?.stages).toMatchObject([{ no: 1, stage: 'nomination', enteredAt: morning, leftAt: null }])
  expect(base?.waitsFor).toMatchObject([{ step: '1.4.1', role: 'SO', since: morning }])
  const steps = await listSteps(db, { base: yueqing, open: false })
  expect(steps.items).toMatchObject([{ id: '1.3.1', outcome: 'submit', how: 'act', side: 'partner', stageNo: 1 }])
  expect(steps.items[0]?.acts).toEqual([{ person: 'p-LG', option: 'submit', at: morning }])
})

test('letters go to those who hold the role for this base, with the head that was reached', async () => {
  const { items } = await listLetters(db, { base: yueqing })
  const told = items.map(({ seq, kind, recipient }) => `${seq} ${kind} ${recipient}`).sort()
  expect(told).toEqual(['3 step_opened p-LG', '6 status_changed p-LG', '6 status_changed p-PM', '7 step_opened p-SO'])
  const opened = items.find(({ kind, recipient }) => kind === 'step_opened' && recipient === 'p-SO')
  const { items: entries } = await listHistory(db, { stream: yueqing })
  expect(opened?.facts).toMatchObject({ step: '1.4.1', key: '1.4', role: 'SO', seq: 7, head: entries[6]?.hash })
})

test('the command is noted as accepted with the entries it became', async () => {
  const { commandId: id } = handInDossier()
  expect(await readCommand(db, { id })).toMatchObject({ state: 'accepted', accepted: { head: 7 }, outcome: null })
})

test('a step opened and closed in one record is closed', async () => {
  const request = requestOf({
    name: 'open and close',
    after: 9,
    at: '2027-02-01T00:00:00.000Z',
    events: [
      stepOpened('1.5.1', 'CO'),
      { type: 'escalated', step: '1.5.1', key: '1.5', rung: 2, tells: ['PM'] },
      { type: 'step_closed', step: '1.5.1', key: '1.5', option: 'clear', how: 'clock', score: 0.5 },
    ],
  })
  await recordEntries(db, request)
  const { items } = await listSteps(db, { base: yueqing })
  expect(items.at(-1)).toMatchObject({ id: '1.5.1', outcome: 'clear', how: 'clock', score: 0.5, escalated: 2 })
})
