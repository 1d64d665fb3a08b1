import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { askedMoment, endOfSeat, firstMoment } from '../../api/asking/asked-moment.js'
import { aNominatedBase } from '../support/a-base.js'
import type { ABase } from '../support/a-base.js'
import { playMinutely, recordAsItHappened } from '../support/a-dated-ledger.js'
import { anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'
import { standingBase } from './standing-rows.js'

let api: AnApi
let base: ABase
let id: string

beforeAll(async () => {
  api = await anApi('asking')
  base = aNominatedBase()
  playMinutely(base, { until: ({ open }) => open('1.11') !== undefined })
  await recordAsItHappened(api.parts.db, { base })
  id = base.state().id
  await standingBase(api, { cluster: 'C01-dali', recordHash: 'a'.repeat(64) })
})
afterAll(() => api.close())

const get = async (url: string, person = 'p-pm-1') =>
  await api.app.inject({ url, headers: { ...(await api.as(person)), 'accept-language': 'en' } })

test('a date means its whole day in New York, summer time and winter time', () => {
  expect(askedMoment('2027-01-10', 'happened').at).toBe('2027-01-11T04:59:59.999Z')
  expect(askedMoment('2027-07-10', 'happened').at).toBe('2027-07-11T03:59:59.999Z')
  expect(askedMoment('2027-03-14', 'happened').at).toBe('2027-03-15T03:59:59.999Z')
  expect(askedMoment('2027-11-07', 'happened').at).toBe('2027-11-08T04:59:59.999Z')
  expect(firstMoment('2027-03-15')).toBe('2027-03-15T04:00:00.000Z')
  expect(askedMoment('2027-01-11T04:00:00Z', 'effective')).toEqual({
    at: '2027-01-11T04:00:00.000Z',
    on: '2027-01-10',
    by: 'effective',
  })
})

test('a seat ends at 24:00 of its last day where its side has its days, summer time and winter time', () => {
  expect(endOfSeat('2027-12-31')).toBe('2028-01-01T05:00:00.000Z')
  expect(endOfSeat('2027-03-14')).toBe('2027-03-15T04:00:00.000Z')
  expect(endOfSeat('2027-12-31', 'Asia/Shanghai')).toBe('2027-12-31T16:00:00.000Z')
  expect(endOfSeat('2027-12-31T12:00:00Z')).toBe('2027-12-31T12:00:00.000Z')
})

test('the first and the last day that can be asked for are read like every other', () => {
  expect(firstMoment('1000-01-01')).toMatch(/^1000-01-01T0[45]:/)
  expect(askedMoment('9998-12-31', 'happened').at).toBe('9999-01-01T04:59:59.999Z')
})

test('as of today a base stands where it stands, and the answer says of which ledger it was made', async () => {
  const now = Asked.parse((await get(`/bases/${id}/as-of?on=2099-01-01`)).json())
  const shown = Shown.parse((await get(`/bases/${id}`)).json())
  expect(now).toMatchObject({
    entries: base.state().seq,
    state: { stage: 'nomination', status: 'screening', score: shown.score },
    ledger: shown.ledger,
  })
  expect(now.state.openSteps).toEqual(shown.waitsFor)
})

const steps = z.array(z.object({ step: z.string() }))
const Asked = z.looseObject({ entries: z.number(), state: z.looseObject({ openSteps: steps }) })
const Shown = z.looseObject({ score: z.number(), ledger: z.unknown(), waitsFor: steps })

test('before its nomination nothing was there of a base, and the portfolio of that day is empty', async () => {
  expect((await get(`/bases/${id}/as-of?on=2026-11-25`)).json()).toMatchObject({ entries: 0, state: null })
  expect(bodyOf(await get('/programmes/gasme/portfolio?on=2026-11-25')).items).toEqual([])
})

test('the portfolio of a date tells of every base stage, status and open steps, and a partner sees its own', async () => {
  const first = base.recorded[0]?.occurredAt ?? ''
  const item = {
    base: id,
    stage: 'nomination',
    status: 'expression_of_interest',
    names: { name: { en: expect.any(String) } },
  }
  expect(bodyOf(await get(`/programmes/gasme/portfolio?on=${first}`)).items).toMatchObject([item])
  expect(bodyOf(await get(`/programmes/gasme/portfolio?on=${first}`, 'p-C09-yueqing-lg')).items).toMatchObject([item])
  expect(bodyOf(await get(`/programmes/gasme/portfolio?on=${first}`, 'p-C01-dali-lg')).items).toEqual([])
  expect((await get('/programmes/nowhere/portfolio?on=2027-01-01')).statusCode).toBe(404)
})

test('whoever may not see a base may not see its past either', async () => {
  expect((await get(`/bases/${id}/as-of?on=2027-06-01`, 'p-C01-dali-lg')).statusCode).toBe(404)
  expect((await get('/bases/gasme-C99-nowhere-1/as-of?on=2027-06-01')).statusCode).toBe(404)
})

const yearless = ['?on=0000-01-01', '?on=0999-12-31', '?on=9999-12-31', '?on=9999-12-31T00:00:00Z']
const unclear = ['', '?on=yesterday', '?on=2027-02-30', '?on=2027-06-01&by=chance', '?on=2027-06-01&at=noon']

test.each([...unclear, ...yearless])('a question that does not say when is refused: %s', async (query) => {
  const answer = await get(`/bases/${id}/as-of${query}`)
  expect([answer.statusCode, bodyOf(answer).code]).toEqual([400, 'invalid_request'])
})

const Diff = z.object({
  from: z.object({ at: z.string() }),
  before: z.unknown(),
  changes: z.array(
    z.looseObject({
      facet: z.string(),
      subject: z.string().optional(),
      sentence: z.object({ en: z.string(), 'zh-CN': z.string() }),
      by: z.looseObject({ seq: z.number(), person: z.string().nullable() }),
    }),
  ),
})

test('a diff says in both languages what changed between two dates, and whose act it was, in which role, for whom', async () => {
  const acted = base.recorded.find(({ event }) => event.type === 'step_acted' && event.key === '1.4a')
  const [from, to] = [base.recorded[0]?.occurredAt ?? '', acted?.occurredAt ?? '']
  const { changes } = Diff.parse((await get(`/bases/${id}/diff?from=${from}&to=${to}`)).json())
  expect(changes.find(({ by }) => by.seq === acted?.seq)).toMatchObject({
    facet: 'step',
    subject: '1.4a.1',
    by: { person: 'p-so-1', role: 'SO', onBehalfOf: expect.any(String), channel: 'api', effectiveOn: null },
  })
  const closed = changes.find(({ by }) => by.seq === (acted?.seq ?? 0) + 1)
  expect(closed).toMatchObject({
    facet: 'step',
    by: { doer: 'engine', person: null, cause: { entry: acted?.seq, actor: 'p-so-1', role: 'SO' } },
  })
  expect(closed?.sentence.en).toMatch(/^Step 1\.4a\.1 .*: open, due .* → closed with /)
  expect(closed?.sentence['zh-CN']).toMatch(/^事项 1\.4a\.1 .*：待办，期限.* → 办结：/)
})

test('the dates of a diff may come in any order, and before the nomination there was nothing', async () => {
  const there = Diff.parse((await get(`/bases/${id}/diff?from=2026-11-01&to=2027-06-01`)).json())
  expect(Diff.parse((await get(`/bases/${id}/diff?from=2027-06-01&to=2026-11-01`)).json())).toEqual(there)
  expect(there.before).toBeNull()
  expect((await get(`/bases/${id}/diff?from=2026-11-01&to=2027-06-01`, 'p-C01-dali-lg')).statusCode).toBe(404)
})

const Times = z.object({
  now: z.string(),
  stages: z.array(z.looseObject({ stage: z.string(), days: z.number() })),
  openSteps: z.array(z.looseObject({ workingDays: z.number().nullable() })),
})

test('times say how long each stage took, and in working days how long the open steps have waited', async () => {
  const times = Times.parse((await get(`/bases/${id}/times`)).json())
  expect(times.stages).toMatchObject([{ stage: 'nomination', leftAt: null, waited: { standing: 0 } }])
  expect(times.openSteps.map(({ workingDays }) => typeof workingDays)).toEqual(base.openKeys().map(() => 'number'))
  expect((await get(`/bases/${id}/times`, 'p-C01-dali-lg')).statusCode).toBe(404)
})
