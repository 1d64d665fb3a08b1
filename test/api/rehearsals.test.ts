import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { accepted, anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'
import { fieldsOf } from './a-page.js'
import { send, signedInAt } from './signed-in.js'
import { standingBase } from './standing-rows.js'

let api: AnApi
const clocks = new Map<string, string>()
const moves: { workflow: string; byMs: number }[] = []
beforeAll(async () => {
  api = await anApi('rehearsals of the API')
})
afterAll(() => api.close())
beforeEach(() => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
  moves.length = 0
})

const begin = async (
  payload: object,
  { key = randomUUID(), person = 'p-pm-1' }: { key?: string; person?: string } = {},
) => await api.app.inject({ method: 'POST', url: '/rehearsals', headers: await api.write(person, key), payload })
const advance = async (programme: string, payload: object = {}) =>
  await api.app.inject({
    method: 'POST',
    url: `/rehearsals/${programme}/advance`,
    headers: await api.write('p-pm-1'),
    payload,
  })

test('a rehearsal has its people, their places, its clusters and an open call, in the namespace of rehearsals', async () => {
  const answer = await begin({ id: 'rh0001' })
  expect([answer.statusCode, answer.json()]).toEqual([201, { programme: 'rh0001', call: 'call-1' }])
  expect(
    api.door.sent.map(({ parcel, actor }) => [parcel.namespace, parcel.workflow, parcel.update, actor.person]),
  ).toEqual([
    ['cornerstone-rehearsal', 'programme/rh0001', 'propose_call', 'p-pm-1'],
    ['cornerstone-rehearsal', 'programme/rh0001', 'approve_call', 'p-pd-1'],
  ])
  const headers = await api.as('p-pm-1')
  expect(bodyOf(await api.app.inject({ url: '/clusters?programme=rh0001', headers })).items).toHaveLength(22)
  const people = await api.app.inject('/people?programme=rh0001&role=LG&base=rh0001-C09-yueqing-1')
  expect(bodyOf(people).items.map(({ id }) => id)).toContain('p-C09-yueqing-lg')
})

test('a rehearsal without a name is given one that follows from the key', async () => {
  const key = randomUUID()
  const first = await begin({}, { key })
  expect(first.statusCode).toBe(201)
  expect((await begin({}, { key })).body).toBe(first.body)
  expect(first.body).toMatch(/"programme":"rh[a-z0-9]{4}"/)
})

test('a rehearsal is begun by the programme’s own people, under a name of its own kind', async () => {
  const partner = await begin({ id: 'rh0002' }, { person: 'p-C09-yueqing-lg' })
  expect([partner.statusCode, bodyOf(partner).code]).toEqual([403, 'not_permitted'])
  const wrong = await begin({ id: 'gasme' })
  expect([wrong.statusCode, bodyOf(wrong).code]).toEqual([400, 'invalid_request'])
})

test('the time of a real programme is not moved, nor that of none', async () => {
  const real = await advance('gasme')
  expect([real.statusCode, bodyOf(real).code]).toEqual([403, 'rehearsal_only'])
  expect((await advance('rh9999')).statusCode).toBe(404)
})

const due = '2027-03-01T00:00:00.000Z'
const standing = async () => {
  await begin({ id: 'rh0003' })
  await api.parts.db.updateTable('programme').set({ next_due_at: due }).where('id', '=', 'rh0003').execute()
  clocks.set('programme/rh0003', '2027-01-01T00:00:00.000Z')
  api.door.clockOf = async ({ workflow }) => clocks.get(workflow)
  api.door.fastForward = async ({ workflow }, { byMs }) => {
    moves.push({ workflow, byMs })
    const now = new Date(Date.parse(clocks.get(workflow) ?? '') + byMs).toISOString()
    clocks.set(workflow, now)
    if (now >= due)
      await api.parts.db.updateTable('programme').set({ next_due_at: null }).where('id', '=', 'rh0003').execute()
    return 'arrived'
  }
}

test('time moves to what is due first, and no further than was asked', async () => {
  await standing()
  const until = '2027-02-01T00:00:00.000Z'
  expect((await advance('rh0003', { until })).json()).toEqual({ now: until, nextDueAt: due, moved: 1 })
  expect((await advance('rh0003', { until: '2028-01-01T00:00:00.000Z' })).json()).toEqual({
    now: due,
    nextDueAt: null,
    moved: 1,
  })
  expect(moves).toEqual([
    { workflow: 'programme/rh0003', byMs: 31 * 24 * 3600 * 1000 },
    { workflow: 'programme/rh0003', byMs: 28 * 24 * 3600 * 1000 },
  ])
  expect((await advance('rh0003')).json()).toEqual({ now: due, nextDueAt: null, moved: 0 })
})

test('bases that are named are moved, and everything else stands still', async () => {
  await begin({ id: 'rh0004' })
  const base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64), programme: 'rh0004' })
  const due = '2027-05-01T00:00:00.000Z'
  await api.parts.db.updateTable('base').set({ next_due_at: due }).where('id', '=', base).execute()
  await api.parts.db
    .updateTable('programme')
    .set({ next_due_at: '2027-04-01T00:00:00.000Z' })
    .where('id', '=', 'rh0004')
    .execute()
  clocks.set(`base/${base}`, '2027-01-01T00:00:00.000Z')
  api.door.clockOf = async ({ workflow }) => clocks.get(workflow)
  api.door.fastForward = async ({ workflow }, { byMs }) => {
    moves.push({ workflow, byMs })
    await api.parts.db.updateTable('base').set({ next_due_at: null }).where('id', '=', base).execute()
    return 'arrived'
  }
  const until = '2027-04-15T00:00:00.000Z'
  expect((await advance('rh0004', { until, bases: [base] })).json()).toMatchObject({ now: until, moved: 1 })
  expect(moves).toEqual([{ workflow: `base/${base}`, byMs: 104 * 24 * 3600 * 1000 }])
  const foreign = await advance('rh0001', { bases: [base] })
  expect([foreign.statusCode, bodyOf(foreign).code]).toEqual([404, 'not_found'])
})

test('on the page of a base its time is moved by whoever may, never past what is due, and once for two clicks', async () => {
  await begin({ id: 'rh0005' })
  const base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64), programme: 'rh0005' })
  const due = '2027-05-01T12:00:00.000Z'
  await api.parts.db.updateTable('base').set({ next_due_at: due }).where('id', '=', base).execute()
  clocks.set(`base/${base}`, '2027-04-20T12:00:00.000Z')
  api.door.clockOf = async ({ workflow }) => clocks.get(workflow)
  api.door.fastForward = async ({ workflow }, { byMs }) => {
    moves.push({ workflow, byMs })
    const now = new Date(Date.parse(clocks.get(workflow) ?? '') + byMs).toISOString()
    clocks.set(workflow, now)
    if (now >= due) await api.parts.db.updateTable('base').set({ next_due_at: null }).where('id', '=', base).execute()
    return 'arrived'
  }
  const page = `/bases/${base}/time`
  const manager = await signedInAt(api.app, 'p-pm-1')
  expect((await manager.ask(`/bases/${base}?lang=en`)).body).toContain(`href="${page}"`)
  const move = async (chosen: string, looked: string) =>
    (await send(manager, { page, fields: { ...fieldsOf(looked, page), do: chosen } })).statusCode
  const first = await manager.ask(`${page}?lang=en`)
  expect(first.body).toContain('20 April 2027')
  expect(await move('back_to_1999', first.body)).toBe(400)
  expect(await Promise.all([move('week', first.body), move('week', first.body)])).toEqual([303, 303])
  const second = await manager.ask(`${page}?lang=zh-CN`)
  expect(second.body).toContain('2027年4月27日')
  expect(await move('next', second.body)).toBe(303)
  const dayMs = 24 * 60 * 60 * 1000
  expect(moves.map(({ byMs }) => byMs / dayMs)).toEqual([7, 4])
  expect((await manager.ask(`${page}?lang=en`)).body).not.toContain('value="next"')
})

test('the page of the time is not there for a base of the real programme, nor for whoever may begin no rehearsal', async () => {
  const base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  const manager = await signedInAt(api.app, 'p-pm-1')
  expect((await manager.ask(`/bases/${base}/time`)).statusCode).toBe(403)
  expect((await manager.ask(`/bases/${base}`)).body).not.toContain('/time"')
  const officer = await signedInAt(api.app, 'p-so-1')
  expect((await officer.ask('/bases/rh0005-C09-yueqing-1/time')).statusCode).toBe(403)
})
