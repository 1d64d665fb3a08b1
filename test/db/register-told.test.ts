import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql, type Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { readModelsDiverge } from '../../db/reads/read-models.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { createProgramme } from '../../db/writes/programmes.js'
import { savePeople } from '../../db/writes/people.js'
import { claimLimitsOf } from '../../domain/claim-limits.js'
import type { ProgrammeEvent } from '../../domain/event.js'
import { full } from '../../domain/gicc/full.js'
import { programmeViewOf } from '../../domain/programme/view.js'
import { unfounded } from '../../domain/programme/state.js'
import { dayOfNomination as at } from '../support/an-example.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'

let database: TestDatabase
let db: Kysely<Database>
let owner: Kysely<Database>

const record = async (stream: string, events: readonly ProgrammeEvent[]) => {
  const { kind } = await recordEntries(db, {
    stream,
    kind: 'programme',
    commandId: `register of ${stream}`,
    expectedHead: 0,
    events,
    channel: 'machine',
    occurredAt: at,
    rulesVersion: 'full@1',
    workflowRun: 'run',
    claims: [],
    limits: claimLimitsOf(full),
    view: programmeViewOf(unfounded(stream), full.settings),
  })
  expect(kind).toBe('recorded')
}

const office = { kind: 'organisation', id: 'o-office', name: { en: 'Office', local: 'Office' }, country: 'US' } as const
const place = { kind: 'place', id: 'VN', country: 'VN', zone: 'Asia/Ho_Chi_Minh', languages: ['vi'] } as const
const ceramics = { kind: 'category', id: 'ceramics', name: { en: 'Ceramics', 'zh-CN': '陶瓷' } } as const
const by = { person: 'p-ada', role: 'AD', mandate: 'm-ada', onBehalfOf: 'o-office' } as const
const founded: readonly ProgrammeEvent[] = [
  {
    type: 'programme_founded',
    label: { en: 'Bases', 'zh-CN': '基地' },
    procedure: 'full',
    organisation: office,
    founders: ['p-ada', 'p-bo'],
  },
]
const added: readonly ProgrammeEvent[] = [
  { type: 'register_added', entry: place, by },
  { type: 'register_added', entry: ceramics, by },
  { type: 'correction_asked', entry: { ...ceramics, name: { en: 'China', 'zh-CN': '瓷器' } }, by },
  { type: 'correction_asked', entry: { ...place, languages: ['en'] }, by },
  { type: 'register_corrected', entry: { ...place, languages: ['vi', 'en'] }, askedBy: 'p-ada', by },
  { type: 'correction_asked', entry: { ...place, languages: ['en'] }, by },
  { type: 'proposal_withdrawn', kind: 'place', id: 'VN', proposedBy: 'p-ada', by },
]

beforeAll(async () => {
  database = await cloneDatabase('a register that entries tell')
  db = connect(database.appUrl)
  owner = connect(database.ownerUrl)
  for (const id of ['gicc', 'trial'])
    await createProgramme(db, {
      id,
      namespace: 'default',
      rehearsal: false,
      label: { en: id, 'zh-CN': id },
      procedure: 'full',
    })
  await savePeople(db, { people: [], organisations: [{ programme: 'trial', ...office }] })
  await record('gicc', [...founded, ...added])
  await record('trial', added)
})
afterAll(async () => {
  await db.destroy()
  await owner.destroy()
  await database.drop()
})

const store = { isSound: async () => true }
const told = async (stream: string) =>
  (await readModelsDiverge(db, { stream, store })).map(({ code, subject }) => `${code} ${subject ?? ''}`)

test('a register that follows from its entries is told of nowhere: added, asked, corrected and taken back', async () => {
  expect(await told('gicc')).toEqual([])
})

test('what a trial began with needs no entry', async () => {
  expect(await told('trial')).toEqual([])
})

test.each([
  [
    'a row that no entry says',
    sql`insert into register_entry select 'gicc', kind, 'o-made-up', entry, null, null, added_at, changed_at from register_entry
      where programme = 'gicc' and id = 'o-office'`,
    'organisation/o-made-up',
  ],
  [
    'another country of an organisation',
    sql`update register_entry set entry = jsonb_set(entry, '{country}', '"VN"') where programme = 'gicc' and id = 'o-office'`,
    'organisation/o-office',
  ],
  [
    'another zone of a place',
    sql`update register_entry set entry = jsonb_set(entry, '{zone}', '"UTC"') where programme = 'gicc' and kind = 'place'`,
    'place/VN',
  ],
  [
    'another correction than was asked for',
    sql`update register_entry set asked = entry where programme = 'gicc' and kind = 'category'`,
    'category/ceramics',
  ],
  [
    'a correction in another name',
    sql`update register_entry set asked_by = 'p-bo' where programme = 'gicc' and kind = 'category'`,
    'category/ceramics',
  ],
  [
    'a correction that was taken back',
    sql`update register_entry set asked = entry, asked_by = 'p-ada' where programme = 'gicc' and kind = 'place'`,
    'place/VN',
  ],
  ['a row that is gone', sql`delete from register_entry where programme = 'gicc' and kind = 'place'`, 'place/VN'],
])('%s is told', async (_, harm, subject) => {
  const before = await owner.selectFrom('register_entry').selectAll().where('programme', '=', 'gicc').execute()
  await harm.execute(owner)
  expect(await told('gicc')).toEqual([`register_differs ${subject}`])
  await owner.deleteFrom('register_entry').where('programme', '=', 'gicc').execute()
  const rows = before.map(({ entry, asked, ...row }) => ({
    ...row,
    entry: JSON.stringify(entry),
    asked: asked === null ? null : JSON.stringify(asked),
  }))
  await owner.insertInto('register_entry').values(rows).execute()
  expect(await told('gicc')).toEqual([])
})

test('in a trial too, what an entry added is held to it', async () => {
  await sql`update register_entry set entry = jsonb_set(entry, '{zone}', '"UTC"') where programme = 'trial' and kind = 'place'`.execute(
    owner,
  )
  expect(await told('trial')).toEqual(['register_differs place/VN'])
})
