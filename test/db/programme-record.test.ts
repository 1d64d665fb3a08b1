import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { mandatesOf, readMandate } from '../../db/reads/people.js'
import { listCalls, readProgramme } from '../../db/reads/programmes.js'
import type { Database } from '../../db/schema.js'
import type { AnyEvent } from '../../domain/event.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { by, due, foundProgramme, idOf, limits, morning } from './an-example.js'

let database: TestDatabase
let db: Kysely<Database>

beforeAll(async () => {
  database = await cloneDatabase('programme record')
  db = connect(database.appUrl)
  await foundProgramme(db)
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const record = (after: number, events: readonly AnyEvent[]) =>
  recordEntries(db, {
    stream: 'gasme',
    kind: 'programme',
    commandId: idOf(`programme ${after}`),
    expectedHead: after,
    events,
    by: by('PM'),
    channel: 'api',
    occurredAt: morning,
    rulesVersion: '2026.1',
    workflowRun: 'run-1',
    claims: [],
    limits,
    view: { nextDueAt: due, openCall: '2027', windowEnds: due },
  })

test('a call that was proposed and opened is open until its window ends', async () => {
  await record(0, [{ type: 'call_proposed', call: '2027', by: by('PM') }])
  await record(1, [{ type: 'call_opened', call: '2027', windowEnds: due, by: by('PM') }])
  expect((await listCalls(db, { programme: 'gasme' })).items).toMatchObject([
    { id: '2027', state: 'open', windowEnds: due },
  ])
  expect(await readProgramme(db, { id: 'gasme' })).toMatchObject({
    openCall: '2027',
    nextDueAt: due,
    ledger: { entries: 2 },
  })
})

test('a granted mandate is held until it is revoked', async () => {
  const grant = { id: 'm-new', person: 'p-SO', organisation: 'o-programme', role: 'CO', from: morning } as const
  await record(2, [{ type: 'mandates_granted', mandates: [grant], by: by('PM') }])
  expect((await mandatesOf(db, { person: 'p-SO' })).map(({ id }) => id)).toEqual(['m-SO', 'm-new'])
  await record(3, [{ type: 'mandate_revoked', mandate: 'm-new', code: 'INT', by: by('PM') }])
  expect((await mandatesOf(db, { person: 'p-SO' })).map(({ id }) => id)).toEqual(['m-SO'])
  expect(await readMandate(db, { id: 'm-new' })).toMatchObject({ revokedAt: morning })
})

test('a session keeps the order in which it ranked the bases', async () => {
  const candidate = { score: 80, category: 'electric', province: 'CN-ZJ', overlaps: [], cluster: 'C09' }
  const ranking = [
    { ...candidate, base: 'gasme-C09-1' },
    { ...candidate, base: 'gasme-C02-1', score: 70 },
  ]
  await record(4, [{ type: 'session_convened', session: 's-1', ranking, by: by('PM') }])
  const ranks = await db.selectFrom('session_rank').select(['base', 'place']).orderBy('place').execute()
  expect(ranks).toEqual([
    { base: 'gasme-C09-1', place: 1 },
    { base: 'gasme-C02-1', place: 2 },
  ])
})
