import { afterEach, expect, test } from '@jest/globals'
import { connect } from '../../db/connect.js'
import { actBehind } from '../../db/reads/act-behind.js'
import { letterAwaitsUndo, takeLetters, type OutgoingLetter } from '../../db/writes/letters.js'
import { keptBack } from '../../workers/letters/still-needed.js'
import { awaitsUndo, type UndoWindow } from '../../workers/letters/undo-window.js'
import { aProgrammeIn, recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { decisionOn, stepOf } from '../support/acting.js'
import { exampleBase, holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { cloneDatabase } from '../support/services.js'
import { outbox } from './an-outbox.js'
import { seated } from './seated-readers.js'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const minutes = (count: number): UndoWindow => ({ realMs: count * 60_000, rehearsalMs: 0 })
const act = { recordedAt: '2027-03-01T10:00:00.000Z', voidedAt: null }
const letter = { kind: 'status_changed', facts: { head: 'a'.repeat(64), seq: 1 }, rehearsal: false } as const
const looked = (now: string, more: { voidedAt?: string; window?: UndoWindow } = {}) => ({
  act: async () => ({ ...act, voidedAt: more.voidedAt ?? null }),
  window: more.window ?? minutes(5),
  now,
})

test('a letter of an act waits for the time in which the act can be taken back, and then leaves', async () => {
  const at = '2027-03-01T10:05:00.000Z'
  expect(await awaitsUndo(letter, looked('2027-03-01T10:04:59.000Z'))).toEqual({ until: 'undo', at })
  expect(await awaitsUndo(letter, looked(at))).toBeUndefined()
})

test('taken back within that time it never leaves, however late it is looked at; later it does: the twin', async () => {
  const late = '2027-03-01T12:00:00.000Z'
  expect(await awaitsUndo(letter, looked(late, { voidedAt: '2027-03-01T10:04:00.000Z' }))).toEqual({
    why: expect.stringContaining('taken back before it left'),
  })
  expect(await awaitsUndo(letter, looked(late, { voidedAt: '2027-03-01T10:06:00.000Z' }))).toBeUndefined()
})

test('no rehearsal waits unless it is asked for, nor a stop, nor what is no act of anybody', async () => {
  const now = '2027-03-01T10:01:00.000Z'
  const rehearsed = { ...letter, rehearsal: true }
  expect(await awaitsUndo(rehearsed, looked(now))).toBeUndefined()
  const window = { realMs: 0, rehearsalMs: 60_000 * 5 }
  expect(await awaitsUndo(rehearsed, looked(now, { window }))).toMatchObject({ until: 'undo' })
  expect(await awaitsUndo(letter, looked(now, { window }))).toBeUndefined()
  const stop = { ...letter, kind: 'held', facts: { ...letter.facts, form: 'stopped' } } as const
  expect(await awaitsUndo(stop, looked(now))).toBeUndefined()
  expect(await awaitsUndo(letter, { ...looked(now), act: async () => undefined })).toBeUndefined()
})

const later = (base: ABase): string => new Date(Date.parse(base.now()) + 60_000).toISOString()

test('in the ledger the act behind a letter is found, and its letters stay here once it is taken back', async () => {
  const database = await cloneDatabase('time to think again')
  const db = connect(database.appUrl)
  closing.push(
    () => db.destroy(),
    () => database.drop(),
  )
  await aProgrammeIn(db)
  await seated(db, [
    ['PM', 1, 'en'],
    ['PD', 1, 'en'],
    ['LG', 1, 'zh-CN'],
  ])
  const base = playTo(aNominatedBase(), { key: '1.2b' })
  base.turnTo(later(base))
  const invites = decisionOn(base, { step: stepOf(base, '1.2b'), option: 'invite' })
  expect(base.send(invites, { actor: holderOf('PM') })).toMatchObject({ ok: true })
  await recordLife(db, base)
  const ofAct = async () => {
    const letters = await takeLetters(db, { limit: 500, leaseMs: 0 })
    const found: OutgoingLetter[] = []
    for (const one of letters) if (await actBehind(db, { base: exampleBase, seq: one.seq })) found.push(one)
    return found.filter(({ queuedAt }) => queuedAt === found.at(-1)?.queuedAt)
  }
  const [first] = await ofAct()
  if (first === undefined) throw new Error('the act sent no letter')
  const waits = await keptBack(db, { undo: minutes(60) })(first)
  expect(waits).toMatchObject({ until: 'undo' })
  expect((await keptBack(db)(first)) ?? {}).not.toMatchObject({ until: 'undo' })
  if (waits !== undefined && 'at' in waits) await letterAwaitsUndo(db, { id: first.id, until: waits.at })
  expect((await outbox(db)).find(({ id }) => id === first.id)).toMatchObject({ state: 'queued', attempts: 0 })
  base.turnTo(later(base))
  const revoke = { type: 'revoke', step: '1.2b.1', code: 'SCA' } as const
  expect(base.send(revoke, { actor: holderOf('PM') })).toMatchObject({ ok: true })
  await recordLife(db, base)
  expect(await keptBack(db, { undo: minutes(60) })(first)).toEqual({ why: expect.stringContaining('taken back') })
}, 240_000)
