import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { z } from 'zod'
import { commandIdOf } from '../../api/commands/ask.js'
import { accessLabel } from '../../domain/access.js'
import { refusalInWords } from '../../domain/words/refusals.js'
import { refusalOf } from '../support/a-base.js'
import { refusedCases } from '../domain/refused/every-case.js'
import { accepted, anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'
import { openStep, standingBase } from './standing-rows.js'

let api: AnApi
let base: string
beforeAll(async () => {
  api = await anApi('what auditors ask for first')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  await openStep(api, { base, key: '1.4a', role: 'SO' })
}, 60_000)
afterAll(() => api.close())
beforeEach(() => {
  api.door.answer = () => accepted
})

const get = async (url: string, as: string) => api.app.inject({ url, headers: await api.as(as) })
const rowsAfter = async (id: number) =>
  api.parts.db.selectFrom('refused_attempt').selectAll().where('id', '>', id).orderBy('id').execute()
const lastRow = async (): Promise<number> =>
  Number(
    (await api.parts.db.selectFrom('refused_attempt').select('id').orderBy('id', 'desc').limit(1).execute())[0]?.id ??
      0,
  )
const comment = async (change: { as?: string; payload?: object | string; headers?: Record<string, string> } = {}) =>
  api.app.inject({
    method: 'POST',
    url: `/bases/${base}/comments`,
    headers: { ...(await api.write(change.as ?? 'p-pm-1')), 'content-type': 'application/json', ...change.headers },
    payload: change.payload ?? { text: 'seen' },
  })

const oneOfEach = [...new Map(refusedCases.map((one) => [one.code, one])).values()]

test.each(oneOfEach)(
  'refused as $code: the answer says why and what then, nothing is recorded, and one row says who tried',
  async ({ base: before, command, actor, claimRefusal, isWordless }) => {
    const tried = before()
    const refusal = refusalOf(tried.send(command(tried), { actor, claimRefusal, isWordless }))
    api.door.answer = () => ({ kind: 'refused', refusal })
    const heads = await api.parts.db.selectFrom('ledger_head').selectAll().execute()
    const [last, key] = [await lastRow(), randomUUID()]
    const answer = await comment({ headers: await api.write('p-pm-1', key) })
    expect(bodyOf(answer)).toMatchObject({ code: refusal.code, detail: refusalInWords(refusal, 'en').says })
    expect(answer.json()).toMatchObject({ next: refusalInWords(refusal, 'en').next })
    // Asked again under the same key, it is the same attempt.
    expect((await comment({ headers: await api.write('p-pm-1', key) })).statusCode).toBe(answer.statusCode)
    expect(await api.parts.db.selectFrom('ledger_head').selectAll().execute()).toEqual(heads)
    expect(await rowsAfter(last)).toMatchObject([
      {
        actor: 'p-pm-1',
        stream: base,
        route: `POST /bases/${base}/comments`,
        command_id: commandIdOf({ person: 'p-pm-1', key }),
        code: refusal.code,
      },
    ])
    const { items } = bodyOf(await get('/refused-attempts?limit=1', 'p-au-1'))
    const rule = 'rule' in refusal.detail ? refusal.detail.rule : null
    expect(items).toMatchObject([
      { person: 'p-pm-1', code: refusal.code, rule, says: { en: refusalInWords(refusal, 'en').says } },
    ])
  },
)

test('a refusal that says more than the log holds is answered in full, and the log says how much it left out', async () => {
  const fault = (at: number) => ({
    at: `/field_${at}`,
    labels: [{ en: `Field ${at}`, 'zh-CN': '一'.repeat(150) }],
    needs: { en: 'x'.repeat(400), 'zh-CN': '应填内容'.repeat(40) },
  })
  const faults = Array.from({ length: 90 }, (_, at) => fault(at))
  api.door.answer = () => ({
    kind: 'refused',
    refusal: { code: 'form_malformed', detail: { step: '1.3.1', option: 'submit', faults } },
  })
  const last = await lastRow()
  const answer = await comment()
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({ detail: expect.stringContaining('and 80 more') })
  const [row] = await rowsAfter(last)
  const detail = z.object({ faults: z.array(z.unknown()), left: z.number() }).parse(row?.detail)
  expect(detail.faults.length + detail.left).toBe(90)
  const { items } = bodyOf(await get('/refused-attempts?limit=1', 'p-au-1'))
  const unsaid = 90 - Math.min(10, detail.faults.length)
  expect(items).toMatchObject([{ says: { en: expect.stringContaining(`and ${unsaid} more`) } }])
})

test.each([
  ['no token', { headers: { authorization: '' } }, 401, 'unauthenticated', null],
  ['no name of the write', { headers: { 'idempotency-key': '' } }, 400, 'idempotency_key_missing', 'p-pm-1'],
  ['a body that does not fit', { payload: { word: 'secret' } }, 400, 'invalid_request', 'p-pm-1'],
  ['a body that is no JSON', { payload: '{"text": secret' }, 400, 'malformed_body', 'p-pm-1'],
  ['a base that is not for one’s eyes', { as: 'p-C09-yueqing-lg', url: true }, 404, 'not_found', 'p-C09-yueqing-lg'],
])(
  'the edge keeps what it refuses itself, once and without a word of it: %s',
  async (_, asked, status, code, person) => {
    const last = await lastRow()
    const answer = 'url' in asked ? await get('/bases/gasme-C01-dali-1', 'p-C09-yueqing-lg') : await comment(asked)
    expect([answer.statusCode, bodyOf(answer).code]).toEqual([status, code])
    const rows = await rowsAfter(last)
    expect(rows).toMatchObject([{ actor: person, code }])
    expect(JSON.stringify(rows)).not.toContain('secret')
  },
)

test.each([
  ['/bases/zhang.wei@example.com', 'GET /bases/:id'],
  ['/bases/Zhang%20Wei/history', 'GET /bases/:id/history'],
  ['/bases/gasme-C01-dali-1', 'GET /bases/gasme-C01-dali-1'],
])('what somebody typed into an address enters the log only where it is an id: %s', async (url, route) => {
  const last = await lastRow()
  expect((await get(url, 'p-C09-yueqing-lg')).statusCode).toBeGreaterThanOrEqual(400)
  expect(await rowsAfter(last)).toMatchObject([{ route }])
})

test('an address that does not exist and a fault of ours are no refused attempts', async () => {
  const last = await lastRow()
  await get('/nowhere', 'p-pm-1')
  api.door.isUp = false
  expect((await comment()).statusCode).toBe(503)
  api.door.isUp = true
  expect(await rowsAfter(last)).toEqual([])
})

test('the log of refused attempts is read by base, person, code and period, by those who examine', async () => {
  api.door.answer = () => ({ kind: 'refused', refusal: { code: 'already_acted', detail: { step: '1.4a.1' } } })
  await comment({ as: 'p-so-2' })
  const ask = async (query: string) => bodyOf(await get(`/refused-attempts?${query}`, 'p-au-1')).items
  expect(await ask('person=p-so-2')).toMatchObject([{ code: 'already_acted', stream: base }])
  expect(await ask(`base=${base}&code=already_acted&person=p-so-2`)).toHaveLength(1)
  expect(await ask('person=p-so-2&to=2026-01-01T00:00:00.000Z')).toEqual([])
  expect(await ask('person=p-so-2&from=2026-01-01T00:00:00.000Z')).toHaveLength(1)
  expect([await ask('person=p-so-2&from=2026-01-01&to=2099-12-31'), await ask('to=2026-01-01')]).toMatchObject([
    [{}],
    [],
  ])
  const page = (await get('/refused-attempts?limit=2', 'p-au-1')).json<{ next: string; items: { id: number }[] }>()
  const next = (await get(`/refused-attempts?limit=2&after=${page.next}`, 'p-au-1')).json<typeof page>()
  expect(next.items[0]?.id).toBeLessThan(page.items[1]?.id ?? 0)
  for (const [path, person] of [
    ['/refused-attempts', 'p-pm-1'],
    ['/access-log', 'p-C09-yueqing-lg'],
  ] as const)
    expect([(await get(path, person)).statusCode, bodyOf(await get(path, person)).code]).toEqual([403, 'not_permitted'])
})

const access = async (query: string) => bodyOf(await get(`/access-log?${query}`, 'p-au-1')).items

test('a token signs in once; reading what is confidential, exports and settings leave a row each (SD9, SD10, 8.12)', async () => {
  const token = await api.as('p-ex-3')
  for (const url of [`/bases/${base}/history`, `/bases/${base}/history`, `/bases/${base}`])
    await api.app.inject({ url, headers: token })
  expect(await access('person=p-ex-3')).toMatchObject([
    { kind: 'read', subject: 'history', stream: base },
    { kind: 'read', subject: 'history', stream: base },
    { kind: 'signed_in', subject: 'token', stream: null, object: expect.stringMatching(/^[0-9a-f]{32}$/) },
  ])
  expect(await access(`person=p-ex-3&base=${base}`)).toHaveLength(2)
})

test.each([
  ['/bases/gasme-C09-yueqing-1/as-of?on=2027-06-01', 'as_of', 'gasme-C09-yueqing-1', null],
  ['/bases/gasme-C09-yueqing-1/diff?from=2027-01-01&to=2027-06-01', 'diff', 'gasme-C09-yueqing-1', null],
  ['/programmes/gasme/portfolio?on=2027-06-01', 'portfolio', 'gasme', null],
  ['/programmes/gasme/people/p-so-1/records', 'person_records', 'gasme', 'p-so-1'],
  ['/programmes/gasme/holds', 'record_holds', 'gasme', null],
  ['/programmes/gasme/retention', 'retention', 'gasme', null],
  ['/programmes/gasme/reconciliation?base=gasme-C09-yueqing-1', 'reconciliation', 'gasme-C09-yueqing-1', null],
])(
  'an auditor who looks at %s leaves a row that says so in both languages (SD9)',
  async (...[url, subject, ...rest]) => {
    expect((await get(url, 'p-au-1')).statusCode).toBe(200)
    const [stream, object] = rest
    const row = { kind: 'read', subject, label: accessLabel(subject), stream, object }
    // Whoever asks for the log may sign in with it, by a token of the next second.
    expect(await access('person=p-au-1&kind=read&limit=1')).toMatchObject([row])
  },
)

test('what was refused was not read: it stands in the other log', async () => {
  await get(`/bases/${base}/scans/${'0'.repeat(64)}`, 'p-pd-2')
  expect(await access('person=p-pd-2&kind=read')).toEqual([])
})

test('the reading of the logs is logged too', async () => {
  await get(`/refused-attempts?base=${base}`, 'p-au-1')
  expect(await access('person=p-au-1&limit=1')).toMatchObject([
    { kind: 'read', subject: 'refused_attempts', stream: base },
  ])
  expect(await access('person=p-au-1&limit=1')).toMatchObject([{ kind: 'read', subject: 'access_log', stream: null }])
})

test('nothing confidential leaves while the log cannot be kept', async () => {
  const headers = await api.as('p-ex-4')
  await api.app.inject({ url: '/bases', headers })
  const path = `/bases/${base}/history`
  const refusing = anApiWithoutLog()
  expect((await refusing.inject({ url: path, headers })).statusCode).toBe(500)
  expect((await api.app.inject({ url: path, headers })).statusCode).toBe(200)
})

/** The same API while the table cannot be written: its insert fails as a broken database would let it fail. */
const anApiWithoutLog = () => ({
  inject: async (asked: { url: string; headers: Record<string, string> }) => {
    const { db } = api.parts
    const kept = db.insertInto.bind(db)
    Object.assign(db, {
      insertInto: (table: Parameters<typeof kept>[0]) => {
        if (table === 'access_log') throw new Error('the log cannot be kept')
        return kept(table)
      },
    })
    try {
      return await api.app.inject(asked)
    } finally {
      Object.assign(db, { insertInto: kept })
    }
  },
})
