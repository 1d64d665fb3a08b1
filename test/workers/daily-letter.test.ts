import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { connect } from '../../db/connect.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import type { Database } from '../../db/schema.js'
import { saveSubscription } from '../../db/writes/checkpoint-subscription.js'
import type { AddressedLetter, MailDelivery, Postman } from '../../mail/postman.js'
import { readKept } from '../../verify/check-kept.js'
import { mailCheckpoints } from '../../workers/checkpoints/daily-letter.js'
import { foundProgramme, nominate } from '../db/an-example.js'
import { cloneDatabase } from '../support/services.js'
import type { TestDatabase } from '../support/services.js'

let database: TestDatabase
let db: Kysely<Database>
let sequencer: Kysely<Database>
let letters: AddressedLetter[] = []
let answer: MailDelivery
const signer = readSigner(makeSignerKey('example.org/gasme'))
const postman: Postman = {
  send: async (letter) => {
    letters.push(letter)
    return answer
  },
  close: () => undefined,
}
const at = (instant: string) => mailCheckpoints({ db, postman, log: pino({ level: 'silent' }) }, new Date(instant))

beforeAll(async () => {
  database = await cloneDatabase('the letter of the day')
  db = connect(database.appUrl)
  sequencer = connect(database.sequencerUrl, { max: 1 })
  await foundProgramme(db, ['AU', 'PD'])
  for (const [base, hour] of [['gasme-C09-yueqing-1', '09'] as const, ['gasme-C13-chenghai-1', '17'] as const]) {
    await nominate(db, { base })
    const now = () => new Date(`2027-03-01T${hour}:00:00.000Z`)
    await makeCheckpoint(sequencer, { signers: [signer], atOnce: true, now })
  }
})
beforeEach(() => {
  letters = []
  answer = { accepted: true, response: '250 taken' }
})
afterAll(async () => {
  await Promise.all([db.destroy(), sequencer.destroy()])
  await database.drop()
})

test('nothing is mailed before the day is over', async () => {
  expect(await at('2027-03-01T23:59:59.000Z')).toBe(0)
  expect(letters).toEqual([])
})

test('while the mail server is away the letter waits half an hour and is tried again under the same Message-ID', async () => {
  answer = { accepted: false, permanent: false, unknown: false, response: 'connection refused' }
  expect(await at('2027-03-02T00:03:00.000Z')).toBe(0)
  expect(await at('2027-03-02T00:20:00.000Z')).toBe(0)
  expect(letters).toHaveLength(1)
  answer = { accepted: true, response: '250 taken' }
  expect(await at('2027-03-02T00:40:00.000Z')).toBe(1)
  expect(letters.map(({ outboxId }) => outboxId)).toEqual(Array.from({ length: 2 }, () => 'checkpoint-2027-03-01-p-AU'))
})

test('each auditor was sent the last checkpoint of the day once, whole and in short, and nobody else', async () => {
  expect(await at('2027-03-02T08:00:00.000Z')).toBe(0)
  expect(await at('2027-03-03T00:03:00.000Z')).toBe(0)
  const rows = await db
    .selectFrom('checkpoint_letter')
    .select(['day', 'recipient', 'size', 'state', 'attempts'])
    .execute()
  expect(rows).toEqual([{ day: '2027-03-01', recipient: 'p-AU', size: 6, state: 'sent', attempts: 2 }])
})

test('what stands between the lines of the letter is the checkpoint, as a verifier takes it', async () => {
  await db
    .updateTable('checkpoint_letter')
    .set({ state: 'queued', next_attempt_at: '2027-03-02T00:00:00.000Z' })
    .execute()
  await at('2027-03-02T09:00:00.000Z')
  const { note, root } = await db.selectFrom('checkpoint').selectAll().where('size', '=', 6).executeTakeFirstOrThrow()
  const [, cut = ''] = letters[0]?.text.split(/^-{40}\n/m) ?? []
  expect(cut).toBe(note)
  expect(readKept(cut)).toEqual({ size: 6, rootBegins: root, note })
  expect(letters[0]).toMatchObject({
    subject: `Checkpoint of the ledger, 2027-03-01: 6:${root.slice(0, 16)}`,
    to: { address: 'AU@example.org' },
  })
})

test('whoever ended it gets none, and whoever asked for it with another seat gets it; the letter says how', async () => {
  const say = (person: string, wanted: boolean) =>
    saveSubscription(db, { person, wanted, saidAt: '2027-03-02T12:00:00.000Z' })
  await say('p-AU', false)
  await say('p-PD', true)
  await nominate(db, { base: 'gasme-C01-dali-1' })
  await makeCheckpoint(sequencer, { signers: [signer], atOnce: true, now: () => new Date('2027-03-02T10:00:00.000Z') })
  expect(await at('2027-03-03T08:00:00.000Z')).toBe(1)
  expect(letters.map(({ to }) => to.address)).toEqual(['PD@example.org'])
  expect(letters[0]?.text).toContain('End it with `cornerstone unsubscribe`')
  await say('p-AU', true)
  await say('p-PD', false)
  expect(await at('2027-03-03T08:05:00.000Z')).toBe(1)
  expect(letters.map(({ to }) => to.address)).toEqual(['PD@example.org', 'AU@example.org'])
})
