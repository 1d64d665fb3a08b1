import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { listWaiting } from '../../db/reads/ten.js'
import type { Database } from '../../db/schema.js'
import type { ListEvent } from '../../domain/events/waiting-list.js'
import type { BaseView, WaitingPlace, RecordRequest } from '../../domain/record.js'
import type { Claim } from '../../domain/claims.js'
import type { Stand } from '../../domain/stand.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'
import { foundProgramme, idOf, limits, morning, nominate, requestOf, viewOf } from './an-example.js'
import { defined } from '../../domain/values/defined.js'

let database: TestDatabase
let db: Kysely<Database>
const [holder, waiting, newcomer] = ['gasme-C01-a-1', 'gasme-C02-b-1', 'gasme-C03-c-1'] as const

beforeAll(async () => {
  database = await cloneDatabase('slot offers')
  db = connect(database.appUrl)
  await foundProgramme(db)
  for (const base of [holder, waiting, newcomer]) await nominate(db, { base })
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const standing = (base: string, passed: readonly string[] = []): Stand => {
  const { cluster, category, province, overlaps } = viewOf(base)
  const place = { cluster, category, province, overlaps }
  return { is: 'waiting', place, score: 80, since: morning, waived: false, passed }
}
const headOf = async (stream: string): Promise<number> =>
  (await db.selectFrom('ledger_head').select('seq').where('stream', '=', stream).executeTakeFirst())?.seq ?? 0

let commands = 0
const told = async (base: string, view: Partial<BaseView>) => {
  const after = await headOf(base)
  const name = `told ${(commands += 1)}`
  return recordEntries(db, requestOf({ base, name, after, view, events: [{ type: 'cancel_refused' }] }))
}
const claims = async (
  base: string,
  { claim, slots = 1, view }: { claim: Claim; slots?: number; view?: Partial<BaseView> },
) => {
  const after = await headOf(base)
  const name = `claim ${(commands += 1)}`
  const events =
    claim.claim === 'slot' ? [{ type: 'slot_reserved', slot: 0 } as const] : [{ type: 'cancel_refused' } as const]
  const request = requestOf({ base, name, after, events, claims: [claim], ...defined({ view }) })
  const answer = await recordEntries(db, { ...request, limits: { ...limits, slots } })
  return answer.kind === 'refused' ? answer.refusal : answer.kind
}
const slot: Claim = { claim: 'slot', programme: 'gasme' }

const programmeRecords = async (
  events: readonly ListEvent[],
  {
    bases = [],
    slots = 1,
    list = [],
  }: { bases?: readonly string[]; slots?: number; list?: readonly WaitingPlace[] } = {},
) => {
  const request: RecordRequest = {
    stream: 'gasme',
    kind: 'programme',
    commandId: idOf(`programme ${(commands += 1)}`),
    events,
    expectedHead: await headOf('gasme'),
    channel: 'machine',
    occurredAt: morning,
    rulesVersion: 'full@1',
    workflowRun: 'run',
    limits: { ...limits, slots },
    claims: bases.length === 0 ? [] : [{ claim: 'offer', programme: 'gasme', bases }],
    view: { nextDueAt: null, openCall: null, windowEnds: null, waiting: list },
  }
  const answer = await recordEntries(db, request)
  return answer.kind === 'refused' ? answer.refusal : answer.kind
}
const free = async (base: string) => {
  const after = await headOf(base)
  const name = `free ${(commands += 1)}`
  await recordEntries(db, {
    ...requestOf({ base, name, after, events: [{ type: 'slot_freed', slot: 1 }] }),
    claims: [{ claim: 'release_slot' }],
  })
}

test('a slot freed in the very moment of another board’s vote goes to whoever waits, before the programme has offered it (8.3)', async () => {
  expect(await claims(holder, { claim: slot })).toBe('recorded')
  await told(waiting, { status: 'waiting_list', stand: standing(waiting) })
  await free(holder)
  expect(await claims(newcomer, { claim: slot })).toEqual({ code: 'no_free_slot', have: 1, allowed: 1 })
  // With room for both the newcomer takes nothing from the list.
  expect(await claims(newcomer, { claim: slot, slots: 2 })).toBe('recorded')
  await free(newcomer)
})

test('who let an offer pass does not keep the others waiting (8.3)', async () => {
  await told(waiting, { status: 'waiting_list', stand: standing(waiting, ['not_now']) })
  expect(await claims(newcomer, { claim: slot })).toBe('recorded')
  await free(newcomer)
})

test('an offered slot is kept for its base until the offer has ended, and no second one is made of it (8.3)', async () => {
  const offer = { offer: 'gasme-offer-1', base: waiting }
  expect(await programmeRecords([{ type: 'slot_offered', ...offer }], { bases: [waiting] })).toBe('recorded')
  expect(await claims(newcomer, { claim: slot })).toEqual({ code: 'no_free_slot', have: 1, allowed: 1 })
  const second = { offer: 'gasme-offer-2', base: newcomer }
  expect(await programmeRecords([{ type: 'slot_offered', ...second }], { bases: [newcomer] })).toEqual({
    code: 'no_free_slot',
    have: 1,
    allowed: 1,
  })
  await programmeRecords([{ type: 'offer_accepted', ...offer }])
  expect(await claims(newcomer, { claim: slot })).toMatchObject({ code: 'no_free_slot' })
  expect(await claims(waiting, { claim: slot })).toBe('recorded')
  // Taken and not heard of by the programme yet, it counts once.
  expect(await claims(newcomer, { claim: slot, slots: 2 })).toBe('recorded')
  await programmeRecords([{ type: 'offer_ended', ...offer, how: 'taken' }])
  const rows = await db.selectFrom('slot_offer').select(['id', 'base', 'state']).execute()
  expect(rows).toEqual([{ id: 'gasme-offer-1', base: waiting, state: 'taken' }])
})

test('the waiting list is read in the programme’s order, and who waits for a session stands behind it', async () => {
  const [first, last] = ['gasme-C05-e-1', 'gasme-C06-f-1']
  for (const base of [first, last])
    await nominate(db, { base, view: { status: 'waiting_list', code: 'QUO', score: 99 } })
  const entry: WaitingPlace = {
    base: last,
    place: 1,
    since: morning,
    score: 70,
    category: 'toys',
    province: 'CN-GD',
    code: 'QUO',
    passed: false,
    waived: false,
    offer: { offer: 'gasme-offer-9', state: 'open', until: morning },
  }
  await programmeRecords([{ type: 'base_stood', base: last, seq: 1, stand: standing(last) }], { list: [entry] })
  const listed = (await listWaiting(db, { programme: 'gasme' })).filter(({ base }) => [first, last].includes(base))
  expect(listed.map(({ base, waitsFor, offer }) => [base, waitsFor, offer?.state])).toEqual([
    [last, 'slot', 'open'],
    [first, 'session', undefined],
  ])
})

test('at the activation caps count the active bases alone, and a waiver lifts them (8.2, 14.2)', async () => {
  const alike = { category: 'chemicals' }
  const active = ['gasme-C11-k-1', 'gasme-C12-l-1']
  for (const base of [...active, 'gasme-C13-m-1']) {
    await nominate(db, { base, view: alike })
    await claims(base, { claim: { claim: 'slot', programme: 'gasme', waived: true }, slots: 10, view: alike })
  }
  const activation = (waived?: true) =>
    claims('gasme-C13-m-1', {
      claim: { claim: 'activation', programme: 'gasme', ...defined({ waived: waived === true ? true : undefined }) },
      view: { ...alike, stage: 'launch' },
    })
  expect(await activation()).toBe('recorded')
  for (const base of active) await told(base, { ...alike, stage: 'yearly_review', status: 'active_green' })
  expect(await activation()).toEqual({ code: 'category_full', have: 2, allowed: 2 })
  expect(await activation(true)).toBe('recorded')
})
