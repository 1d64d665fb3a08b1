import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { readBase } from '../../db/reads/bases.js'
import { listClusters } from '../../db/reads/clusters.js'
import { readCommand } from '../../db/reads/commands.js'
import { readText } from '../../db/reads/texts.js'
import { listMailbox, readMailboxMessage } from '../../db/reads/mailbox.js'
import { readProcedure } from '../../db/reads/procedures.js'
import { listRefusedAttempts } from '../../db/reads/logs.js'
import type { Database } from '../../db/schema.js'
import { saveClusters } from '../../db/writes/clusters.js'
import { answerCommand, markSent, receiveCommand, refuseCommand, takeUnanswered } from '../../db/writes/commands.js'
import { letterFailed, letterSent, takeLetters } from '../../db/writes/letters.js'
import { keepMailboxMessage } from '../../db/writes/mailbox.js'
import { seedProcedures } from '../../db/writes/procedures.js'
import { createProgramme } from '../../db/writes/programmes.js'
import { logRefusedAttempt } from '../../db/writes/refused-attempts.js'
import { saveText } from '../../db/writes/texts.js'
import { full } from '../../domain/gicc/full.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'
import { foundProgramme, handInDossier, idOf, morning, nominate, yueqing } from './an-example.js'

let database: TestDatabase
let db: Kysely<Database>

beforeAll(async () => {
  database = await cloneDatabase('writes')
  db = connect(database.appUrl)
  await foundProgramme(db)
  await nominate(db)
  await recordEntries(db, handInDossier())
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

/** The queue goes by the clock of the server, not by that of the base. */
const longAgo = '2020-01-01T00:00:00.000Z'

const command = (words: string) => ({
  id: idOf(words),
  stream: yueqing,
  route: 'POST /comments',
  actor: 'p-PM',
  bodyHash: 'b'.repeat(64),
  body: { type: 'comment' },
  at: morning,
})

test('a command is noted once; the same id with another body or actor is a conflict', async () => {
  expect(await receiveCommand(db, command('note'))).toEqual({ kind: 'received' })
  expect(await receiveCommand(db, command('note'))).toMatchObject({ kind: 'known', command: { state: 'unsent' } })
  const otherBody = await receiveCommand(db, { ...command('note'), bodyHash: 'c'.repeat(64) })
  expect(otherBody).toEqual({ kind: 'conflict', differs: 'body' })
  expect(await receiveCommand(db, { ...command('note'), actor: 'p-SO' })).toEqual({
    kind: 'conflict',
    differs: 'actor',
  })
})

test('a command that was sent is unanswered until it has an answer, and the first answer stays', async () => {
  const { id } = command('ask')
  await receiveCommand(db, command('ask'))
  const later = '2027-01-04T09:01:00.000Z'
  expect(await takeUnanswered(db, { olderThan: later })).toEqual([])
  await markSent(db, { command: command('ask'), at: later })
  expect(await takeUnanswered(db, { olderThan: morning })).toEqual([])
  expect(await takeUnanswered(db, { olderThan: later })).toMatchObject([
    { id, state: 'sent', body: { type: 'comment' } },
  ])
  const no = { kind: 'kept', outcome: { status: 409 } }
  expect(await refuseCommand(db, { command: command('ask'), outcome: { status: 409 } })).toEqual(no)
  expect(await refuseCommand(db, { command: command('ask'), outcome: { status: 403 } })).toEqual(no)
  await answerCommand(db, { command: command('ask'), outcome: { status: 200 } })
  await markSent(db, { command: command('ask') })
  expect(await takeUnanswered(db, { olderThan: later })).toEqual([])
  expect(await readCommand(db, { id })).toMatchObject({ state: 'refused', outcome: { status: 409 } })
  expect(await receiveCommand(db, command('ask'))).toMatchObject({ kind: 'answered', outcome: { status: 409 } })
})

test('each letter is taken by one sender only, and is taken again when that sender is never heard of', async () => {
  const [first, second] = await Promise.all([takeLetters(db, { limit: 2 }), takeLetters(db, { limit: 2 })])
  const taken = [...first, ...second].map(({ id }) => id)
  expect(new Set(taken).size).toBe(4)
  expect(await takeLetters(db, {})).toEqual([])
  await db
    .updateTable('letter')
    .set({ next_attempt_at: longAgo })
    .where('id', '=', taken[0] ?? '')
    .execute()
  expect(await takeLetters(db, {})).toMatchObject([
    { id: taken[0], attempts: 2, rehearsal: false, occurredAt: morning },
  ])
})

test('a letter counts once on its base, however often it is said to be sent, and does not fail afterwards', async () => {
  const [letter] = await db.selectFrom('letter').select('id').orderBy('id').execute()
  const id = letter?.id ?? ''
  await letterSent(db, { id, response: '250 ok' })
  await letterSent(db, { id, response: '250 ok again' })
  await letterFailed(db, { id, response: '550 no' })
  expect(await readBase(db, { id: yueqing })).toMatchObject({ counts: { letters: 1 } })
  const row = await db.selectFrom('letter').selectAll().where('id', '=', id).executeTakeFirst()
  expect(row).toMatchObject({ state: 'sent', response: '250 ok' })
})

test('a letter that failed for now is tried later, one that may have arrived is not', async () => {
  const letters = await db.selectFrom('letter').select('id').where('state', '=', 'queued').orderBy('id').execute()
  const [now, perhaps, never] = letters.map(({ id }) => id)
  await letterFailed(db, { id: now ?? '', response: '451', againMs: 0 })
  await letterFailed(db, { id: perhaps ?? '', response: 'timeout', unknown: true })
  await letterFailed(db, { id: never ?? '', response: '550' })
  expect((await takeLetters(db, {})).map(({ id }) => id)).toEqual([now])
  const states = await db
    .selectFrom('letter')
    .select('state')
    .where('id', 'in', [perhaps ?? '', never ?? ''])
    .execute()
  expect(states.map(({ state }) => state).sort()).toEqual(['failed', 'unknown'])
})

test('a text is kept under an id and a salted hash: the same words never have the same hash', async () => {
  const text = { stream: yueqing, author: 'p-PM', body: 'Please hurry.' }
  const [one, two] = [await saveText(db, text), await saveText(db, text)]
  expect(one?.hash).not.toBe(two?.hash)
  expect(await readText(db, { id: one?.id ?? '' })).toMatchObject({ body: 'Please hurry.', hash: one?.hash })
})

test('a refused attempt is kept with its code and facts', async () => {
  await logRefusedAttempt(db, {
    actor: 'p-PM',
    stream: yueqing,
    route: 'POST /x',
    code: 'not_your_role',
    detail: { step: '1.4.1' },
  })
  expect((await listRefusedAttempts(db, { stream: yueqing })).items).toMatchObject([
    { code: 'not_your_role', detail: { step: '1.4.1' } },
  ])
})

test('a cluster that is brought again is unchanged or differs, and is never overwritten', async () => {
  const names = { name: 'n', place: 'p', government: 'g', industry: 'i' }
  const cluster = { id: 'C50', record: { a: 1 }, recordHash: 'a'.repeat(64), names: { en: names, 'zh-CN': names } }
  const save = async (recordHash: string) =>
    (await saveClusters(db, { programme: 'gasme', clusters: [{ ...cluster, recordHash }] }))[0]?.result
  expect(await save('a'.repeat(64))).toBe('created')
  expect(await save('a'.repeat(64))).toBe('unchanged')
  expect(await save('b'.repeat(64))).toBe('differs')
  const { items } = await listClusters(db, { programme: 'gasme' })
  expect(items.find(({ id }) => id === 'C50')).toMatchObject({ recordHash: 'a'.repeat(64), record: { a: 1 } })
})

test('a programme that exists is left as it is', async () => {
  const other = {
    id: 'gasme',
    namespace: 'other',
    rehearsal: true,
    label: { en: '', 'zh-CN': '' },
    procedure: 'light',
  } as const
  expect(await createProgramme(db, other)).toBe('exists')
})

test('rules come back as they were put in, and the same version with other rules is refused', async () => {
  await seedProcedures(db, { procedures: [full], at: morning })
  await seedProcedures(db, { procedures: [full], at: morning })
  expect(await readProcedure(db, { id: 'full', at: morning })).toEqual(full)
  expect(await readProcedure(db, { id: 'full', version: 'none' })).toBeUndefined()
  const changed = { ...full, settings: { ...full.settings, slots: 11 } }
  await expect(seedProcedures(db, { procedures: [changed], at: morning })).rejects.toThrow(
    'Give the changed rules a new version',
  )
})

test('the mailbox keeps a message once and shows the newest first', async () => {
  const mail = {
    receivedAt: morning,
    from: 'a@x',
    to: 'b@x',
    subject: 'One',
    text: 't',
    html: null,
    messageId: '<1@x>',
  }
  await keepMailboxMessage(db, mail)
  await keepMailboxMessage(db, mail)
  await keepMailboxMessage(db, { ...mail, subject: 'Two', messageId: '<2@x>' })
  const { items } = await listMailbox(db, {})
  expect(items.map(({ subject }) => subject)).toEqual(['Two', 'One'])
  expect(await readMailboxMessage(db, { id: items[1]?.id ?? 0 })).toMatchObject({ from: 'a@x', to: 'b@x' })
})
