import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { keepTravelled } from '../../db/record/command-note.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { createRecorder } from '../../db/record/record-at-once.js'
import type { Recorder } from '../../db/record/record-at-once.js'
import { readCommand } from '../../db/reads/commands.js'
import { listHistory } from '../../db/reads/history.js'
import type { Database } from '../../db/schema.js'
import { answerCommand, isTaken, receiveCommand, refuseCommand } from '../../db/writes/commands.js'
import type { RecordRequest } from '../../domain/record.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { by, foundProgramme, morning, nominate, requestOf } from './an-example.js'

let database: TestDatabase
let db: Kysely<Database>
let base = ''
let turn = 0
beforeAll(async () => {
  database = await cloneDatabase('notes of commands')
  db = connect(database.appUrl)
  await foundProgramme(db)
})
beforeEach(async () => {
  base = `gasme-C${(turn += 1)}-yueqing-1`
  await nominate(db, { base })
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const first = {
  route: 'POST /comments',
  actor: 'p-PM',
  bodyHash: 'a'.repeat(64),
  receivedAt: morning,
  body: { text: 1 },
}
const act = (after: number): RecordRequest => ({
  ...requestOf({
    base,
    name: `act after ${after}`,
    after,
    as: 'PM',
    view: { status: 'screening' },
    events: [{ type: 'step_acted', step: '1.3.1', key: '1.3', option: 'submit', by: by('PM') }],
  }),
  note: first,
})
/** A command under the id of that act, as the door notes it: the same text, or another one. */
const noted = (request: RecordRequest, bodyHash = first.bodyHash) => ({
  id: request.commandId,
  stream: request.stream,
  route: first.route,
  actor: first.actor,
  bodyHash,
  body: { text: bodyHash === first.bodyHash ? 1 : 2 },
  at: morning,
})
const other = 'c'.repeat(64)

/** Each way of recording, behind entries the recorder wrote itself where that matters. */
const ways: readonly (readonly [string, () => Promise<Recorder>])[] = [
  ['step by step', async () => (request) => recordEntries(db, request)],
  [
    'at once',
    async () => {
      const record = createRecorder(db)
      await record(act(3))
      return record
    },
  ],
]
const headOf = async (): Promise<number> => (await listHistory(db, { stream: base })).items.length

test.each(ways)('a command is kept under the text it was recorded with, %s', async (_, way) => {
  const record = await way()
  const request = act(await headOf())
  expect(await receiveCommand(db, noted(request, other))).toEqual({ kind: 'received' })
  expect(await record(request)).toMatchObject({ kind: 'recorded' })
  expect(await readCommand(db, { id: request.commandId })).toMatchObject({
    state: 'accepted',
    bodyHash: first.bodyHash,
    body: { text: 1 },
  })
  expect(await isTaken(db, noted(request))).toBe(false)
  expect(await isTaken(db, noted(request, other))).toBe(true)
  const told = { outcome: { status: 200 } }
  expect(await answerCommand(db, { command: noted(request, other), ...told })).toEqual({ kind: 'conflict' })
  expect(await refuseCommand(db, { command: noted(request, other), ...told })).toEqual({ kind: 'conflict' })
  expect(await answerCommand(db, { command: noted(request), ...told })).toEqual({ kind: 'kept', ...told })
})

test('a text that was answered keeps its id, and the other one is not recorded under it', async () => {
  const request = act(3)
  await receiveCommand(db, noted(request, other))
  await answerCommand(db, { command: noted(request, other), outcome: { status: 200 } })
  expect(await recordEntries(db, request)).toEqual({ kind: 'answered' })
  expect(await headOf()).toBe(3)
})

test('what became no entries is kept under the text it was judged by, unless another one was answered', async () => {
  const { commandId: id, stream } = act(3)
  const body = { text: 1, start: { type: 'cooperationBase' } }
  await receiveCommand(db, { ...noted(act(3)), body })
  await keepTravelled(db, { id, stream, note: first })
  expect(await readCommand(db, { id })).toMatchObject({ state: 'unsent', bodyHash: first.bodyHash, body })
  await keepTravelled(db, { id, stream, note: { ...first, bodyHash: other } })
  expect(await readCommand(db, { id })).toMatchObject({ state: 'sent', bodyHash: other })
  await refuseCommand(db, { command: noted(act(3), other), outcome: { status: 409 } })
  await keepTravelled(db, { id, stream, note: first })
  expect(await readCommand(db, { id })).toMatchObject({ state: 'refused', bodyHash: other })
})

/** Holds the head of the stream until somebody waits for it, has `meanwhile` done, and lets go. */
const whileItWaits = async <T>(work: () => Promise<T>, meanwhile: () => Promise<unknown>): Promise<T> =>
  await db
    .transaction()
    .execute(async (trx) => {
      await trx.selectFrom('ledger_head').selectAll().where('stream', '=', base).forUpdate().execute()
      const working = work()
      await somebodyWaits()
      await meanwhile()
      return { working }
    })
    .then(({ working }) => working)

const somebodyWaits = async (): Promise<void> => {
  for (let waiting = 0; waiting === 0;) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    waiting = rows[0]?.count ?? 0
  }
}

test.each(ways)(
  'where the note was lost, a "no" that was told first keeps the act from being recorded, %s',
  async (_, way) => {
    const record = await way()
    const before = await headOf()
    const request = act(before)
    const no = { status: 409, body: 'no' }
    const told: unknown[] = []
    const recorded = await whileItWaits(
      () => record(request),
      async () => told.push(await refuseCommand(db, { command: noted(request), outcome: no })),
    )
    expect(told).toEqual([{ kind: 'kept', outcome: no }])
    expect(recorded).toEqual({ kind: 'answered' })
    expect(await headOf()).toBe(before)
    expect(await readCommand(db, { id: request.commandId })).toMatchObject({ state: 'refused', accepted: null })
  },
)

test.each(ways)('where the note was lost, an act that is recorded first is the answer, %s', async (_, way) => {
  const record = await way()
  const before = await headOf()
  const request = act(before)
  const recorded = await whileItWaits(
    () => record(request),
    async () => undefined,
  )
  expect(recorded).toMatchObject({ kind: 'recorded', head: before + 1 })
  expect(await refuseCommand(db, { command: noted(request), outcome: {} })).toMatchObject({
    kind: 'standing',
    standing: { head: before + 1 },
  })
})

test('what was told of a command is taken back by nobody: it would be sent again in the name of its sender', async () => {
  const request = act(3)
  await answerCommand(db, { command: noted(request), outcome: { status: 409 }, state: 'refused', at: morning })
  const taken = [{ outcome: null, state: 'sent' as const }, { outcome: '{"status":200}' }, { outcome: null }]
  for (const change of taken)
    await expect(
      db.updateTable('command').set(change).where('id', '=', request.commandId).execute(),
    ).rejects.toMatchObject({ code: '42501' })
  expect((await readCommand(db, { id: request.commandId }))?.outcome).toEqual({ status: 409 })
  await db.updateTable('command').set({ body_hash: '' }).where('id', '=', request.commandId).execute()
})
