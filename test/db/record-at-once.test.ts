import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { verifyStream } from '../../db/ledger.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { createRecorder } from '../../db/record/record-at-once.js'
import type { Recorder } from '../../db/record/record-at-once.js'
import { readBase } from '../../db/reads/bases.js'
import { listHistory } from '../../db/reads/history.js'
import type { Database } from '../../db/schema.js'
import type { AnyEvent } from '../../domain/event.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { by, foundProgramme, morning, nominate, requestOf, stepOpened } from './an-example.js'

let database: TestDatabase
/** One connection, so that it can be asked which statements it ran. */
let db: Kysely<Database>
let base = ''
let turn = 0

beforeAll(async () => {
  database = await cloneDatabase('record at once')
  db = connect(database.appUrl, { max: 1 })
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

const sign = { claim: 'mandate', mandate: 'm-PM' } as const
/** An act of the programme manager that leaves a mark in the read models. */
const act = (after: number, { name = `act after ${after}`, of = base } = {}) =>
  requestOf({
    base: of,
    name,
    after,
    as: 'PM',
    claims: [sign],
    view: { status: 'screening' },
    events: [{ type: 'step_acted', step: '1.3.1', key: '1.3', option: 'submit', by: by('PM') }],
  })

/** How the door noted a command: without it nobody is known to have sent it, and no other process takes its entries over. */
const note = {
  route: 'POST /decisions',
  bodyHash: 'b'.repeat(64),
  receivedAt: morning,
  actor: 'p-PM',
  body: {},
}

/** How often the statement that does all at once has been run on this connection. */
const timesAtOnce = async (): Promise<number> => {
  const { rows } = await sql<{ times: number | null }>`
    select sum(generic_plans + custom_plans)::int as times from pg_prepared_statements
    where statement like '%moved as (%'`.execute(db)
  return rows[0]?.times ?? 0
}

test('what follows an entry of its own is written at once, and is what it would be step by step', async () => {
  const record = createRecorder(db)
  const other = 'gasme-C99-yueqing-1'
  await nominate(db, { base: other })
  const before = await timesAtOnce()
  for (const after of [3, 4, 5]) await record(act(after))
  expect((await timesAtOnce()) - before).toBe(2)
  for (const after of [3, 4, 5]) await recordEntries(db, act(after, { of: other }))
  const [quick, slow] = [await readBase(db, { id: base }), await readBase(db, { id: other })]
  expect(quick).toMatchObject({ counts: slow?.counts, status: slow?.status })
  const head = { seq: 6, hash: (await listHistory(db, { stream: base })).items.at(-1)?.hash ?? '' }
  expect(await verifyStream(db, { stream: base, head })).toEqual({ sound: true, head })
})

test('a process that was overtaken writes nothing, and its workflow is given what it does not know', async () => {
  const [one, other] = [createRecorder(db), createRecorder(db)]
  await one(act(3))
  await other({ ...act(4, { name: 'of another process' }), note })
  const before = await timesAtOnce()
  const answer = await one(act(4))
  expect((await timesAtOnce()) - before).toBe(1)
  expect(answer).toMatchObject({ kind: 'behind', head: 5, entries: [{ seq: 5 }] })
  expect((await listHistory(db, { stream: base })).items).toHaveLength(5)
  expect(await readBase(db, { id: base })).toMatchObject({ counts: { decisions: 3 } })
})

test('a command that was recorded before has no second effect, even behind a head that is known', async () => {
  const record = createRecorder(db)
  const first = await record(act(3))
  expect(await record({ ...act(3), expectedHead: 4 })).toEqual({ ...first, news: [] })
  expect(await record({ ...act(3), expectedHead: 4 })).toEqual({ ...first, news: [] })
  expect((await listHistory(db, { stream: base })).items).toHaveLength(4)
})

test('a mandate that is revoked between two acts refuses the second, which leaves nothing', async () => {
  const record = createRecorder(db)
  await record(act(3))
  const screening = { ...act(4), claims: [{ claim: 'mandate', mandate: 'm-SO' } as const] }
  await db.updateTable('mandate').set({ revoked_at: '2027-01-04T09:00:00.000Z' }).where('id', '=', 'm-SO').execute()
  const refusal = { code: 'mandate_not_in_force', mandate: 'm-SO' }
  expect(await record(screening)).toEqual({ kind: 'refused', refusal })
  expect((await listHistory(db, { stream: base })).items).toHaveLength(4)
  expect(await record(act(4))).toMatchObject({ kind: 'recorded', head: 5 })
})

test('one command three times at the same moment has one effect', async () => {
  const record = createRecorder(db)
  await record(act(3))
  const answers = await Promise.all([record(act(4)), record(act(4)), record(act(4))])
  for (const answer of answers) expect(answer).toMatchObject({ kind: 'recorded', head: 5, entries: [{ seq: 5 }] })
})

test('who may act on what opens is told by the statement that writes it, as it is told step by step', async () => {
  const record = createRecorder(db)
  const other = 'gasme-C98-yueqing-1'
  await nominate(db, { base: other })
  const closed: AnyEvent = {
    type: 'step_closed',
    step: '1.9.1',
    key: '1.9',
    option: 'done',
    how: 'act',
  }
  const cases: readonly (readonly AnyEvent[])[] = [
    [stepOpened('1.4a.1', 'PM'), stepOpened('3.8a.1', 'TR'), { ...stepOpened('1.6.1', 'TR'), also: ['PM'] }],
    [stepOpened('1.9.1', 'PM'), closed],
    [
      stepOpened('1.8.1', 'PM'),
      { type: 'step_reassigned', step: '1.4a.1', key: '1.4a', to: 'p-PM', code: 'INC', by: by('PM') },
    ],
  ]
  const write = async (by: Recorder, of: string) => {
    const told: unknown[] = []
    let after = 4
    for (const events of cases) {
      const answer = await by(requestOf({ base: of, name: `opens after ${after}`, after, as: 'PM', events }))
      told.push(answer.kind === 'recorded' && answer.holders)
      after += events.length
    }
    return told
  }
  await record(act(3))
  await recordEntries(db, act(3, { of: other }))
  const before = await timesAtOnce()
  const atOnce = await write(record, base)
  // The second opens and closes the same step, which takes two statements.
  expect((await timesAtOnce()) - before).toBe(2)
  expect(atOnce).toEqual(await write((request) => recordEntries(db, request), other))
  expect(atOnce).toMatchObject([
    { '1.4a.1': [{ person: 'p-PM' }], '3.8a.1': [], '1.6.1': [{}] },
    {},
    { '1.4a.1': [{}] },
  ])
})
