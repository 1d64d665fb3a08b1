import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { BulkResponse } from '../../api/contract/bulk.js'
import { anApi, bodyOf, dayOfTheApi, type AnApi } from './an-api.js'
import { openStep, standingBase } from './standing-rows.js'

let api: AnApi
let here: string
let there: string
const late = { key: '1.4a', step: '1.4a.1' } as const

beforeAll(async () => {
  api = await anApi('the same act on many steps')
  here = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  there = await standingBase(api, { cluster: 'C10-hangji', recordHash: 'c'.repeat(64) })
  for (const base of [here, there]) await openStep(api, { base, key: late.key, role: 'SO' })
  await dueAt(here, '2026-11-01T00:00:00.000Z')
  await asked(here, { recipient: 'p-so-1' })
  await asked(here, { recipient: 'p-so-2' })
  await asked(there, { recipient: 'p-so-1' })
}, 180_000)
afterAll(() => api.close())

const longAgo = '2026-10-01T00:00:00.000Z'
const dueAt = async (base: string, due: string) =>
  await api.parts.db.updateTable('step').set({ due_at: due }).where('base', '=', base).execute()

/** A letter by which somebody was asked to act, sent long ago. */
const asked = async (base: string, { recipient, step = late.step }: { recipient: string; step?: string }) =>
  await api.parts.db
    .insertInto('letter')
    .values({
      programme: 'gasme',
      base,
      seq: 2,
      kind: 'step_opened',
      step,
      recipient,
      language: 'en',
      facts: JSON.stringify({ head: 'a'.repeat(64), seq: 2 }),
      state: 'sent',
      queued_at: longAgo,
      next_attempt_at: longAgo,
      sent_at: longAgo,
      response: null,
    })
    .execute()

const ask = async (person: string, { path, body, key }: { path: string; body: object; key?: string }) =>
  await api.app.inject({
    method: 'POST',
    url: `/programmes/gasme/${path}`,
    headers: await api.write(person, key),
    payload: body,
  })
const rowsOf = (answer: { json: () => unknown }) => BulkResponse.parse(answer.json())
const queued = async () =>
  (await api.parts.db.selectFrom('letter').select(['recipient', 'again']).where('state', '=', 'queued').execute())
    .map(({ recipient }) => recipient)
    .toSorted()

const steps = () => [here, there].map((base) => ({ base, step: late.step }))
const reminders = () => ({ steps: [...steps(), { base: here, step: '9.9.1' }], reason: 'The session is on Monday.' })

test('a look counts and lists what would be sent and what not and why, and sends nothing', async () => {
  const answer = await ask('p-pm-1', { path: 'reminders/previews', body: reminders() })
  expect(answer.statusCode).toBe(200)
  expect(rowsOf(answer)).toMatchObject({
    does: 1,
    leaves: 2,
    rows: [
      { base: here, result: 'would', people: ['p-so-1', 'p-so-2'], commands: [] },
      { base: there, result: 'left', says: expect.stringContaining('not late') },
      { base: here, step: '9.9.1', result: 'left' },
    ],
  })
  expect(await queued()).toEqual([])
})

test('each letter is sent once more under a command of its own, once however often it is asked for, and not again within a day', async () => {
  const key = 'reminders of today'
  const first = await ask('p-pm-1', { path: 'reminders', body: reminders(), key })
  expect(rowsOf(first)).toMatchObject({ does: 1, rows: [{ result: 'done', people: ['p-so-1', 'p-so-2'] }, {}, {}] })
  const { commands } = z.object({ commands: z.array(z.string()) }).parse(rowsOf(first).rows[0])
  const kept = await api.parts.db
    .selectFrom('command')
    .select(['stream', 'actor'])
    .where('id', 'in', commands)
    .execute()
  expect(kept).toEqual([1, 2].map(() => ({ stream: here, actor: 'p-pm-1' })))
  expect(await queued()).toEqual(['p-so-1', 'p-so-2'])
  const again = await ask('p-pm-1', { path: 'reminders', body: reminders(), key })
  expect(again.body).toBe(first.body)
  const anew = await ask('p-pm-1', { path: 'reminders', body: reminders() })
  expect(rowsOf(anew)).toMatchObject({ does: 0, rows: [{ says: expect.stringContaining('within a day') }, {}, {}] })
  expect(await queued()).toEqual(['p-so-1', 'p-so-2'])
})

test('nobody but who may do it for one step may do it for many, or is told what would become of it', async () => {
  for (const path of ['reminders/previews', 'reminders'])
    for (const person of ['p-so-1', 'p-au-1', 'p-C09-yueqing-lg'])
      expect([path, person, (await ask(person, { path, body: reminders() })).statusCode]).toEqual([path, person, 403])
  const handing = { from: 'p-so-1', to: 'p-so-2', code: 'LAT', reason: 'Left the office.' }
  for (const path of ['reassignments/previews', 'reassignments'])
    for (const person of ['p-pm-1', 'p-au-1'])
      expect([path, person, (await ask(person, { path, body: handing })).statusCode]).toEqual([path, person, 403])
})

test('the steps of who leaves are given one by one, each under a command of its own; one that was not given stays', async () => {
  await api.parts.db.updateTable('step').set({ holder: 'p-so-1' }).where('base', '=', here).execute()
  const handing = { from: 'p-so-1', to: 'p-so-2', code: 'LAT', reason: 'Left the office.' }
  const before = api.door.sent.length
  const answer = await ask('p-pd-1', { path: 'reassignments', body: handing })
  expect(rowsOf(answer)).toMatchObject({ does: 1, rows: [{ base: here, result: 'done', people: ['p-so-2'] }] })
  const sent = api.door.sent.slice(before)
  expect(sent.map(({ parcel, actor }) => [parcel.workflow, parcel.update, actor.person])).toEqual([
    [`base/${here}`, 'reassign', 'p-pd-1'],
  ])
  const named = await ask('p-pd-1', { path: 'reassignments', body: { ...handing, steps: steps() } })
  expect(rowsOf(named).rows[1]).toMatchObject({ base: there, result: 'left', commands: [] })
  const noBody = await ask('p-pd-1', { path: 'reassignments', body: { ...handing, steps: [] } })
  expect([noBody.statusCode, bodyOf(noBody).code]).toEqual([400, 'invalid_request'])
  expect(dayOfTheApi > longAgo).toBe(true)
})

test('a step that tells by being there is left as one that is not there for whom it is hidden; who sees it may remind of it: the twin', async () => {
  await api.parts.db.updateTable('step').set({ opened_seq: 9 }).where('base', '=', here).execute()
  await openStep(api, { base: here, key: '1.6b', role: 'CO' })
  await dueAt(here, '2026-11-01T00:00:00.000Z')
  await asked(here, { recipient: 'p-co-1', step: '1.6b.1' })
  const body = {
    steps: [here].flatMap((base) => ['1.6b.1', '1.6b.9'].map((step) => ({ base, step }))),
    reason: 'Late.',
  }
  const saysOf = async (person: string) =>
    rowsOf(await ask(person, { path: 'reminders/previews', body })).rows.map(({ result, people, says }) => ({
      result,
      people,
      says: says.replaceAll(/1\.6b\.\d/g, 'the step'),
    }))
  const [hidden, absent] = await saysOf('p-ad-1')
  expect(hidden).toEqual(absent)
  expect(hidden).toMatchObject({ result: 'left', people: [] })
  const [seen] = await saysOf('p-pm-1')
  expect(seen).toMatchObject({ result: 'would', people: ['p-co-1'] })
})

const handing = { from: 'p-so-9', to: 'p-so-2', code: 'LAT', reason: 'Left the office.' }

test('more steps than are given at once are counted, and what is not there for whoever asks is not: the twin', async () => {
  const row = await api.parts.db
    .selectFrom('step')
    .select(['base', 'programme', 'key', 'stage_no', 'role', 'side', 'opened_at', 'due_at', 'calendar', 'seats'])
    .select(['closed_at', 'outcome', 'code', 'how', 'score'])
    .where('base', '=', there)
    .executeTakeFirstOrThrow()
  await api.parts.db
    .insertInto('step')
    .values(
      Array.from({ length: 120 }, (_, n) => ({
        ...row,
        id: `${late.key}.${n + 2}`,
        round: n + 2,
        opened_seq: n + 3,
        holder: handing.from,
      })),
    )
    .execute()
  const look = async () => rowsOf(await ask('p-pd-1', { path: 'reassignments/previews', body: handing }))
  const { more, rows } = await look()
  expect([rows.length, more]).toEqual([100, 20])
  const some = { ...handing, steps: rows.slice(0, 2).map(({ base, step }) => ({ base, step })) }
  expect(rowsOf(await ask('p-pd-1', { path: 'reassignments/previews', body: some }))).toMatchObject({ more: 0 })
  await api.parts.db
    .insertInto('interest')
    .values({ base: there, person: 'p-pd-1', kind: 'direct', declared_seq: 1, declared_at: longAgo })
    .execute()
  expect(await look()).toEqual({ does: 0, leaves: 0, more: 0, rows: [] })
})
