import { afterEach, expect, test } from '@jest/globals'
import { sql, type Kysely } from 'kysely'
import { actBehind, type UndoneAct } from '../../db/reads/act-behind.js'
import type { Database } from '../../db/schema.js'
import { letterAwaitsUndo, takeLetters, type OutgoingLetter } from '../../db/writes/letters.js'
import type { BaseCommand } from '../../domain/command.js'
import type { Actor } from '../../domain/values/actor.js'
import { keptBack } from '../../workers/letters/still-needed.js'
import { awaitsUndo, unsaysNothing, type UndoWindow } from '../../workers/letters/undo-window.js'
import { recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { decisionOn, makePapers, stepOf } from '../support/acting.js'
import { exampleBase, holderOf } from '../support/an-example.js'
import { playTo } from '../support/playing.js'
import { outbox } from './an-outbox.js'
import { aRecordReadBy } from './a-record-read-by.js'

type Db = Kysely<Database>

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const minutes = (count: number): UndoWindow => ({ realMs: count * 60_000, rehearsalMs: 0 })
const act = { step: '1.4a.1', recordedAt: '2027-03-01T10:00:00.000Z', voidedAt: null }
const letter = { kind: 'status_changed', facts: { head: 'a'.repeat(64), seq: 1 }, rehearsal: false } as const
const looked = (now: string, more: { voidedAt?: string; lasts?: true; window?: UndoWindow } = {}) => ({
  act: async () => ({ ...act, voidedAt: more.voidedAt ?? null }),
  canBeVoided: () => more.lasts !== true,
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

test('what nobody can take back any more waits for nothing, since waiting would promise that it can', async () => {
  expect(await awaitsUndo(letter, looked('2027-03-01T10:01:00.000Z', { lasts: true }))).toBeUndefined()
})

test('what is taken back is unsaid to nobody who was not told: to whoever was, or may have been, it is, the twins', async () => {
  const unsays = { ...letter, facts: { ...letter.facts, form: 'taken_back' } } as const
  const within = { recordedAt: act.recordedAt, voidedAt: '2027-03-01T10:04:00.000Z', isTold: false }
  const late = { ...within, voidedAt: '2027-03-01T10:06:00.000Z' }
  const told = (undone: readonly UndoneAct[], window = minutes(5)) => ({ undone: async () => undone, window })
  expect(await unsaysNothing(unsays, told([within]))).toEqual({ why: expect.stringContaining('never told') })
  expect(await unsaysNothing(letter, told([within]))).toBeUndefined()
  expect(await unsaysNothing(unsays, told([within, late]))).toBeUndefined()
  expect(await unsaysNothing(unsays, told([{ ...within, isTold: true }]))).toBeUndefined()
  expect(await unsaysNothing(unsays, told([]))).toBeUndefined()
  expect(await unsaysNothing(unsays, told([within], minutes(0)))).toBeUndefined()
})

const later = (base: ABase): string => new Date(Date.parse(base.now()) + 60_000).toISOString()

/** A database with the example programme and the people who read its letters. */
const aRecord = async () => {
  const { db, close } = await aRecordReadBy('time to think again', [
    ['PM', 1, 'en'],
    ['PD', 1, 'en'],
    ['LG', 1, 'zh-CN'],
  ])
  closing.push(close)
  return db
}

/** Does something at a moment of its own, and records it. */
const doing = async (base: ABase, { db, command, of }: { db: Db; command: BaseCommand; of: Actor }): Promise<void> => {
  base.turnTo(later(base))
  expect(base.send(command, { actor: of })).toMatchObject({ ok: true })
  await recordLife(db, base)
}

const decide = async (base: ABase, { db, key, option, of }: { db: Db; key: string; option: string; of: Actor }) =>
  await doing(base, { db, command: decisionOn(base, { step: stepOf(base, key), option }), of })

/** Makes what was ordered, later and in a record of its own, as the workflow does. */
const makes = async (base: ABase, db: Db): Promise<void> => {
  base.turnTo(later(base))
  makePapers(base)
  await recordLife(db, base)
}

/** Letters that came after an entry, each as it is kept back now. */
const keptSince = async (db: Db, seq: number) => {
  const letters = (await takeLetters(db, { limit: 500, leaseMs: 0 })).filter((one) => one.seq > seq)
  const back = keptBack(db, { undo: minutes(60) })
  return await Promise.all(letters.map(async (one) => ({ kind: one.kind, facts: one.facts, back: await back(one) })))
}

test('the act behind a letter is found in the ledger, and its letters stay here once it is taken back', async () => {
  const db = await aRecord()
  const base = playTo(aNominatedBase(), { key: '1.2b' })
  await recordLife(db, base)
  await decide(base, { db, key: '1.2b', option: 'invite', of: holderOf('PM') })
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
  await doing(base, { db, command: { type: 'revoke', step: '1.2b.1', code: 'SCA' }, of: holderOf('PM') })
  expect(await keptBack(db, { undo: minutes(60) })(first)).toEqual({ why: expect.stringContaining('taken back') })
}, 240_000)

const withheld = { why: expect.stringContaining('taken back') }

test('a paper waits with the act that ordered it, made later as it is, and stays here once that is taken back (1.3)', async () => {
  const db = await aRecord()
  const base = playTo(aNominatedBase(), { key: '1.3' })
  await recordLife(db, base)
  const { seq } = base.state()
  await decide(base, { db, key: '1.3', option: 'submit', of: holderOf('LG') })
  await makes(base, db)
  const paper = { kind: 'document_made', facts: expect.objectContaining({ kind: 'dossier_receipt' }) }
  expect(await keptSince(db, seq)).toContainEqual({ ...paper, back: expect.objectContaining({ until: 'undo' }) })
  await doing(base, { db, command: { type: 'revoke', step: '1.3.1', code: 'DAT' }, of: holderOf('LG') })
  expect(await keptSince(db, seq)).toContainEqual({ ...paper, back: withheld })
}, 240_000)

test('a decision that leaves its stage cannot be taken back, so neither its paper nor any letter of it waits (1.11)', async () => {
  const db = await aRecord()
  const base = playTo(aNominatedBase(), { key: '1.11' })
  await recordLife(db, base)
  const { seq } = base.state()
  await decide(base, { db, key: '1.11', option: 'notified', of: holderOf('CS') })
  await makes(base, db)
  const letters = await keptSince(db, seq)
  expect(letters.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['status_changed', 'document_made']))
  for (const { back } of letters) expect(back ?? {}).not.toMatchObject({ until: 'undo' })
  const revoke = { type: 'revoke', step: '1.11.1', code: 'SCA' } as const
  for (const role of ['CS', 'CO'] as const)
    expect(base.send(revoke, { actor: holderOf(role) })).toMatchObject({ refusal: { code: 'unknown_step' } })
}, 240_000)

test('a decision that ended the base cannot be taken back while redress may be asked, and its letters leave at once', async () => {
  const db = await aRecord()
  const base = playTo(aNominatedBase(), { key: '1.2b' })
  await recordLife(db, base)
  const { seq } = base.state()
  await decide(base, { db, key: '1.2b', option: 'decline', of: holderOf('PM') })
  await makes(base, db)
  const letters = await keptSince(db, seq)
  expect(letters).not.toEqual([])
  for (const { back } of letters) expect(back ?? {}).not.toMatchObject({ until: 'undo' })
  const revoke = { type: 'revoke', step: '1.2b.1', code: 'SCA' } as const
  expect(base.send(revoke, { actor: holderOf('CO') })).toMatchObject({ refusal: { code: 'ended_under_redress' } })
}, 240_000)

test('taken back before it left, the place hears neither where it stood nor that it stands there no more (1.4a)', async () => {
  const db = await aRecord()
  const base = playTo(aNominatedBase(), { key: '1.4a' })
  await recordLife(db, base)
  const { seq } = base.state()
  await decide(base, { db, key: '1.4a', option: 'complete', of: holderOf('SO') })
  await doing(base, { db, command: { type: 'revoke', step: '1.4a.1', code: 'SCA' }, of: holderOf('SO') })
  const told = (await keptSince(db, seq)).filter(({ kind }) => kind === 'status_changed')
  expect(told.map(({ facts }) => facts.form)).toEqual(expect.arrayContaining([undefined, 'taken_back']))
  for (const { back } of told) expect(back).toEqual(withheld)
  // The twin: whoever may have read the first reads the second.
  await db
    .updateTable('letter')
    .set({ state: 'sent' })
    .where('seq', '>', seq)
    .where('kind', '=', 'status_changed')
    .execute()
  await db
    .updateTable('letter')
    .set({ state: 'queued' })
    .where(sql`facts ->> 'form'`, '=', 'taken_back')
    .execute()
  const after = (await keptSince(db, seq)).filter(({ kind }) => kind === 'status_changed')
  expect(after).not.toEqual([])
  for (const { back } of after) expect(back).toBeUndefined()
}, 240_000)
