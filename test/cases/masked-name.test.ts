import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { verifyChain } from '../../db/ledger.js'
import { readText } from '../../db/reads/texts.js'
import { dueForErasure, readPersonRecords } from '../../db/reads/records.js'
import { recordEntries } from '../../db/record/record-entries.js'
import type { Database } from '../../db/schema.js'
import { keepMailboxMessage } from '../../db/writes/mailbox.js'
import { takeReconciliationLetters } from '../../db/writes/reconciliation-letters.js'
import { saveText } from '../../db/writes/texts.js'
import type { AnyEvent } from '../../domain/event.js'
import type { RecordResult } from '../../domain/record.js'
import {
  by,
  due,
  foundProgramme,
  handInDossier,
  idOf,
  limits,
  morning,
  nominate,
  requestOf,
  yueqing,
} from '../db/an-example.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'

let database: TestDatabase
let db: Kysely<Database>
beforeEach(async () => {
  database = await cloneDatabase('a masked name')
  db = connect(database.appUrl)
  await foundProgramme(db, ['PD', 'AD', 'AS'])
  await nominate(db)
  await recordEntries(db, handInDossier())
})
afterEach(async () => {
  await db.destroy()
  await database.drop()
})

let programmeEntries = 0
beforeEach(() => {
  programmeEntries = 0
})

const inProgramme = async (event: AnyEvent, claims: readonly string[] = []): Promise<RecordResult> => {
  const result = await recordEntries(db, {
    stream: 'gasme',
    kind: 'programme',
    commandId: idOf(`${event.type} ${programmeEntries}`),
    channel: 'api',
    limits,
    expectedHead: programmeEntries,
    events: [event],
    by: by('PD'),
    occurredAt: morning,
    rulesVersion: '2026.1',
    workflowRun: 'run-1',
    view: { nextDueAt: due, openCall: null, windowEnds: null },
    claims: claims.map((person) => ({ claim: 'erasure', person })),
  })
  if (result.kind === 'recorded') programmeEntries = result.head
  return result
}

const erases = (person: string): AnyEvent => ({
  type: 'person_erased',
  person,
  requestedBy: 'p-PD',
  mandates: [`m-${person.slice(2)}`],
  by: by('AD'),
})
const erased = async (person: string): Promise<RecordResult> => {
  await inProgramme({ type: 'erasure_requested', person, by: by('PD') })
  return await inProgramme(erases(person), [person])
}
const chainOf = async (stream: string) =>
  verifyChain(await db.selectFrom('ledger_entry').selectAll().where('stream', '=', stream).orderBy('seq').execute())
const words = (author: string) => saveText(db, { stream: yueqing, author, body: 'Signed on page nine.' })

/** The local government decides with a reason, under its name. */
const decides = async () => {
  const reason = await words('p-LG')
  if (reason === undefined) throw new Error('the words were not kept')
  const commented: AnyEvent = { type: 'commented', text: reason, by: by('LG') }
  await recordEntries(db, requestOf({ name: 'comments', after: 7, as: 'LG', events: [commented] }))
  return reason
}

test('a logged name that is asked to be masked is masked, the mask is recorded, and every chain verifies (14.27, 8.13)', async () => {
  const reason = await decides()
  const before = await db.selectFrom('text').selectAll().where('id', '=', reason.id).executeTakeFirstOrThrow()
  const spoken = (await readText(db, { id: reason.id }))?.body
  expect(createHash('sha256').update(`${before.salt}\n${spoken}`).digest('hex')).toBe(reason.hash)
  expect(await erased('p-LG')).toMatchObject({ kind: 'recorded', entries: [{ event: { type: 'person_erased' } }] })
  expect(await readPersonRecords(db, { programme: 'gasme', person: 'p-LG' })).toMatchObject({
    name: null,
    erasedAt: morning,
    counts: { texts: 1, seats: 1 },
  })
  // The entry keeps the hash, and with the salt gone nobody can try words against it.
  expect(await readText(db, { id: reason.id })).toMatchObject({ hash: reason.hash, body: null })
  const after = await db.selectFrom('text').select(['salt', 'body']).where('id', '=', reason.id).executeTakeFirst()
  expect(after).toEqual({ salt: null, body: null })
  expect(await db.selectFrom('person_key').selectAll().where('person', '=', 'p-LG').execute()).toEqual([])
  for (const stream of [yueqing, 'gasme']) expect(await chainOf(stream)).toMatchObject({ sound: true })
})

test('a copy of the sealed rows that was taken before says nothing once the key is gone', async () => {
  const reason = await decides()
  const copy = await db.selectFrom('text').selectAll().where('id', '=', reason.id).executeTakeFirstOrThrow()
  await erased('p-LG')
  await db.updateTable('text').set({ body: copy.body, salt: copy.salt }).where('id', '=', reason.id).execute()
  expect((await readText(db, { id: reason.id }))?.body).toBeNull()
})

test('a hold on a base keeps everybody who acted on it, from the moment one person asks for it', async () => {
  await inProgramme({ type: 'hold_requested', hold: 'h-1', of: { base: yueqing }, code: 'INT', by: by('PD') })
  const refused = { kind: 'refused', refusal: { code: 'records_held', hold: 'h-1' } }
  expect(await inProgramme(erases('p-LG'), ['p-LG'])).toMatchObject(refused)
  expect(await inProgramme(erases('p-SO'), ['p-SO'])).toMatchObject({ kind: 'recorded' })
  await inProgramme({ type: 'records_released', hold: 'h-1', by: by('AD') })
  expect(await inProgramme(erases('p-LG'), ['p-LG'])).toMatchObject({ kind: 'recorded' })
})

test('who signed a memorandum is kept by name until ten years after its end; then the same request is granted (8.13)', async () => {
  const step = { step: '3.11a.1', key: '3.11a' } as const
  const opened: AnyEvent = {
    type: 'step_opened',
    ...step,
    role: 'AS',
    dueAt: due,
    calendar: 'CN@Asia/Shanghai',
    alarms: [],
    seats: 1,
  }
  const signs: AnyEvent = { type: 'step_acted', ...step, option: 'exchanged_by_post', by: by('AS') }
  const signed: AnyEvent = { type: 'memorandum_signed', on: morning, endsOn: '2030-01-04' }
  await recordEntries(db, requestOf({ name: 'signs', after: 7, as: 'AS', events: [opened, signs, signed] }))
  const refusal = { code: 'retention_stands', base: yueqing }
  expect(await inProgramme(erases('p-AS'), ['p-AS'])).toMatchObject({ refusal: { ...refusal, until: 'open' } })
  await db.updateTable('base').set({ closed_at: '2015-01-04T09:00:00.000Z' }).where('id', '=', yueqing).execute()
  expect(await inProgramme(erases('p-AS'), ['p-AS'])).toMatchObject({
    refusal: { ...refusal, until: '2040-01-04T05:00:00.000Z' },
  })
  const ended = { type: 'memorandum_renewed', on: morning, endsOn: '2016-01-04' } as const
  await recordEntries(db, requestOf({ name: 'ends', after: 10, events: [ended] }))
  await db.updateTable('base').set({ closed_at: '2016-01-04T09:00:00.000Z' }).where('id', '=', yueqing).execute()
  expect(await inProgramme(erases('p-AS'), ['p-AS'])).toMatchObject({ kind: 'recorded' })
  expect(await inProgramme(erases('p-AS'), ['p-AS'])).toMatchObject({ refusal: { code: 'person_erased' } })
})

test('letters to an erased person are stopped, and one on its way is not kept by the mailbox', async () => {
  const { id } = await db.selectFrom('letter').select('id').where('recipient', '=', 'p-LG').executeTakeFirstOrThrow()
  const mail = {
    receivedAt: morning,
    from: 'office@example.org',
    to: 'LG@example.org',
    subject: 'Holder of LG',
    text: 'LG',
    html: null,
  }
  await keepMailboxMessage(db, { ...mail, messageId: `<${id}@example.org>` })
  await erased('p-LG')
  await keepMailboxMessage(db, { ...mail, messageId: `<${id}@example.org>` })
  expect(await db.selectFrom('mailbox_message').selectAll().execute()).toEqual([])
  const states = await db.selectFrom('letter').select('state').where('recipient', '=', 'p-LG').distinct().execute()
  expect(states).toEqual([{ state: 'failed' }])
})

test('letters of differences find their reader, and leave nothing of one who was erased', async () => {
  await sql`insert into reconciliation (programme, key, made_at, streams, runs, entries, commands, found, divergences)
    values ('gasme', 'k', '2026-12-01', 1, 1, 1, 1, 0, '[]')`.execute(db)
  await sql`insert into reconciliation_letter (reconciliation, recipient, next_attempt_at)
    select id, person, '2026-01-01' from reconciliation, unnest(array['p-PM', 'p-SO']) as person`.execute(db)
  await erased('p-SO')
  const taken = await takeReconciliationLetters(db, { now: morning })
  expect(taken).toMatchObject([{ recipient: 'p-PM', email: 'PM@example.org', name: { en: 'Holder of PM' } }])
  const mail = {
    receivedAt: morning,
    from: 'office@example.org',
    to: 'x@example.org',
    subject: 's',
    text: 't',
    html: null,
  }
  const ids = [
    'reconciliation-1-p-SO',
    'checkpoint-2027-01-03-p-SO',
    'reconciliation-1-p-PM',
    'checkpoint-2027-01-03-p-PM',
  ]
  for (const id of ids) await keepMailboxMessage(db, { ...mail, messageId: `<${id}@example.org>` })
  expect(await db.selectFrom('mailbox_message').select('id').execute()).toHaveLength(2)
  await erased('p-PM')
  expect(await db.selectFrom('mailbox_message').select('id').execute()).toEqual([])
})

test('words that are being kept while their author is erased are kept before it, or not at all', async () => {
  const saving = Array.from({ length: 20 }, () => words('p-LG'))
  const [, ...kept] = await Promise.all([erased('p-LG'), ...saving])
  const rows = await db.selectFrom('text').select(['salt', 'body']).where('author', '=', 'p-LG').execute()
  expect(rows).toHaveLength(kept.filter((one) => one !== undefined).length)
  for (const row of rows) expect(row).toEqual({ salt: null, body: null })
})

test('who left, and whose bases ended long enough ago, is due for erasure on that day, and not the day before', async () => {
  const on = async (day: string) =>
    (await dueForErasure(db, { programme: 'gasme', by: day })).map(({ person }) => person)
  await sql`update mandate set revoked_at = '2027-02-01' where person in ('p-SO', 'p-LG')`.execute(db)
  await db.updateTable('base').set({ closed_at: '2027-03-01T00:00:00.000Z' }).where('id', '=', yueqing).execute()
  expect(await on('2027-01-31')).toEqual([])
  expect(await on('2027-02-01')).toEqual(['p-SO'])
  expect(await on('2037-02-28')).toEqual(['p-SO'])
  expect(await on('2037-03-01')).toEqual(['p-SO', 'p-LG'])
})
