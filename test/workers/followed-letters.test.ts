import { afterEach, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import type { Database } from '../../db/schema.js'
import { takeLetters } from '../../db/writes/letters.js'
import type { Postman } from '../../mail/postman.js'
import { lookAt } from '../../workers/letters/one-look.js'
import { keptBack } from '../../workers/letters/still-needed.js'
import { recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { act } from '../support/acting.js'
import { holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { aRecordReadBy } from './a-record-read-by.js'

type Db = Kysely<Database>

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A database with the example programme, its secretary, its manager and the place. */
const aRecord = async (): Promise<Db> => {
  const { db, close } = await aRecordReadBy('letters that are followed by others', [
    ['CS', 1, 'en'],
    ['PM', 1, 'en'],
    ['LG', 1, 'zh-CN'],
  ])
  closing.push(close)
  return db
}

/** Nothing is handed over here. */
const nobody: Postman = {
  send: async () => await Promise.reject(new Error('nothing is sent in a look')),
  close: () => undefined,
}

const takes = async (db: Db) => await takeLetters(db, { limit: 500, leaseMs: 0 })

const sessionLetters = async (db: Db) => (await takes(db)).filter(({ facts }) => facts.form === 'session')

/** Lets an hour pass, so that what comes next is a record of its own. */
const later = (base: ABase): void => base.turnTo(new Date(Date.parse(base.now()) + 3_600_000).toISOString())

/** A base that waits for a session. */
const waiting = (): ABase => {
  const base = playTo(aNominatedBase(), { key: '1.9b' })
  act(base, { key: '1.9b', option: 'lock' })
  return base
}

const convened = async (base: ABase, db: Db): Promise<void> => {
  later(base)
  expect(base.send({ type: 'rank', session: 'session-1', place: 1, of: 1 }).ok).toBe(true)
  await recordLife(db, base)
}

test('a letter that asks to convene a session is not sent once that has convened, and is while none has: the twin', async () => {
  const db = await aRecord()
  const base = waiting()
  await recordLife(db, base)
  const [letter] = await sessionLetters(db)
  if (letter === undefined) throw new Error('nobody is asked for a session')
  expect(await keptBack(db)(letter)).toBeUndefined()
  await convened(base, db)
  expect(await keptBack(db)(letter)).toEqual({ why: expect.stringContaining('was convened') })
}, 240_000)

test('convened between the look and the moment at which the mail leaves, the mail asks for no session', async () => {
  const db = await aRecord()
  const base = waiting()
  await recordLife(db, base)
  const log = pino({ level: 'silent' })
  const look = await lookAt(await sessionLetters(db), {
    db,
    publicUrl: 'https://cornerstone.example',
    log,
    postman: nobody,
    sendsRehearsals: false,
  })
  const [mail] = look.mails
  if (mail === undefined) throw new Error('no mail asks for a session')
  expect(await look.asItStands(mail)).toHaveLength(1)
  await convened(base, db)
  expect(await look.asItStands(mail)).toEqual([])
}, 240_000)

const overtaken = { why: expect.stringContaining('another status') }

/** Each status that is told to somebody, and whether its letter would leave now. */
const statusesTold = async (db: Db, undoMinutes = 0) => {
  const back = keptBack(db, { undo: { realMs: undoMinutes * 60_000, rehearsalMs: 0 } })
  const told = (await takes(db)).filter(({ kind, facts }) => kind === 'status_changed' && facts.form === undefined)
  return await Promise.all(
    told.map(async (one) => ({ to: one.recipient, status: one.facts.status, back: await back(one) })),
  )
}

test('a status that another has followed is told to nobody any more, and the last one is', async () => {
  const db = await aRecord()
  const base = playTo(aNominatedBase(), { key: '1.11' })
  await recordLife(db, base)
  const before = await statusesTold(db)
  const last = before.filter(({ status }) => status === base.state().status)
  expect(last.map(({ back }) => back)).toEqual([undefined, undefined])
  expect(before.filter(({ status, back }) => status !== base.state().status && back === undefined)).toEqual([])
  later(base)
  expect(act(base, { key: '1.11', option: 'notified' }).ok).toBe(true)
  await recordLife(db, base)
  const after = await statusesTold(db)
  expect(after.filter(({ back }) => back === undefined).map(({ to, status }) => [to, status])).toEqual([
    [holderOf('PM').person, base.state().status],
  ])
  expect(after.flatMap(({ back }) => (back === undefined ? [] : [back]))).toEqual(
    Array.from({ length: after.length - 1 }, () => overtaken),
  )
}, 240_000)

test('while the later status can be taken back unheard the former one waits, and leaves once that was', async () => {
  const db = await aRecord()
  const base = playTo(aNominatedBase(), { key: '2.8' })
  await recordLife(db, base)
  const { status } = base.state()
  // What leaves its stage is taken back by nobody, so that this one waits for nothing of its own.
  const former = async () => (await statusesTold(db, 60)).flatMap((one) => (one.status === status ? [one.back] : []))
  expect(await former()).toEqual([undefined])
  later(base)
  while (base.open('2.8')?.id === '2.8.1') expect(act(base, { key: '2.8', option: 'recommend' }).ok).toBe(true)
  await recordLife(db, base)
  expect(base.state().status).not.toBe(status)
  expect(await former()).toEqual([expect.objectContaining({ until: 'undo' })])
  expect((await statusesTold(db)).find((one) => one.status === status)?.back).toEqual(overtaken)
  later(base)
  expect(base.send({ type: 'revoke', step: '2.8.1', code: 'SCA' }, { actor: holderOf('CO') }).ok).toBe(true)
  await recordLife(db, base)
  expect(base.state().status).toBe(status)
  expect(await former()).toEqual([undefined])
}, 240_000)
