import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { connect } from '../../db/connect.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { aheadOf } from '../../db/reads/turns.js'
import type { Database } from '../../db/schema.js'
import { takeLetters, type OutgoingLetter } from '../../db/writes/letters.js'
import { keptBack } from '../../workers/letters/still-needed.js'
import { writeLetters } from '../../workers/letters/write-letters.js'
import { aProgrammeIn, recordLife } from '../activities/a-recorded-base.js'
import { nominate, requestOf, stepOpened } from '../db/an-example.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { seated } from './seated-readers.js'

const first = 'gasme-C01-ahead-1'
const parts = () => ({ db, publicUrl: 'https://cornerstone.example', log: pino({ level: 'silent' }) })
let database: TestDatabase
let db: Kysely<Database>
let letter: OutgoingLetter

beforeAll(async () => {
  database = await cloneDatabase('letters of a session')
  db = connect(database.appUrl)
  await aProgrammeIn(db)
  await seated(db, [['CM', 1, 'en']])
  const base = playTo(aNominatedBase(), { key: '1.10' })
  await recordLife(db, base)
  await nominate(db, { base: first, view: { cluster: 'C01-ahead' } })
  await write('opened', { after: 3, events: [stepOpened('1.10.1', 'CM')] })
  const [rank] = base.state().ranks
  await db
    .insertInto('session')
    .values({ programme: 'gasme', id: rank?.session ?? '', convened_at: base.now() })
    .execute()
  const ranked = [first, exampleBase].map((one, at) => ({ base: one, place: at + 1, score: 90 - at, proposal: null }))
  await db
    .insertInto('session_rank')
    .values(ranked.map((one) => ({ programme: 'gasme', session: rank?.session ?? '', ...one })))
    .execute()
  const queued = (await takeLetters(db, { limit: 500, leaseMs: 0 })).find(
    (one) => one.base === exampleBase && one.step === '1.10.1' && one.recipient === 'p-cm-1',
  )
  if (queued === undefined) throw new Error('the committee was not to be written to')
  letter = queued
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const write = async (
  name: string,
  { after, events }: { after: number; events: Parameters<typeof requestOf>[0]['events'] },
) =>
  expect(
    await recordEntries(db, requestOf({ base: first, name, after, events, view: { cluster: 'C01-ahead' } })),
  ).toMatchObject({ kind: 'recorded' })

const textNow = async (): Promise<string> => (await writeLetters([letter], parts()))[0]?.rendered?.text ?? ''

test('whoever votes is not written to, and reads of no option, before the turn of the base has come (R9)', async () => {
  expect(await keptBack(db)(letter)).toEqual({ until: 'turn' })
  expect(await textNow()).not.toContain('You may:')
  const reminder = { ...letter, kind: 'reminded', facts: { ...letter.facts, rung: 1 } } as const
  expect(await keptBack(db)(reminder)).toEqual({ why: expect.stringMatching(/turn/) })
})

test('the first reminder is number one whatever its rung, and a delivered one makes the next number two', async () => {
  const first = { ...letter, kind: 'reminded', facts: { ...letter.facts, rung: 3 } } as const
  const subject = async () => (await writeLetters([first], parts()))[0]?.rendered?.subject
  expect(await subject()).toContain('Reminder 1: ')
  await db.updateTable('letter').set({ kind: 'reminded', state: 'sent' }).where('id', '=', letter.id).execute()
  expect(await subject()).toContain('Reminder 2: ')
  await db.updateTable('letter').set({ kind: 'step_opened', state: 'queued' }).where('id', '=', letter.id).execute()
})

test('when the base before it is decided, the letter leaves with what may be chosen', async () => {
  const closed = { type: 'step_closed', step: '1.10.1', key: '1.10', option: 'advance', how: 'vote' } as const
  await write('closed', { after: 4, events: [closed] })
  expect(
    await aheadOf(db, { of: 'gasme', session: 'session-1', step: '1.10', passedOverAfter: 2, base: exampleBase }),
  ).toEqual([])
  expect(await keptBack(db)(letter)).toBeUndefined()
  expect(await textNow()).toMatch(
    /You may:\n\n\(1\) Advance to due diligence[\s\S]*Decline[\s\S]*If nothing is heard, on .* the votes cast decide/,
  )
})
