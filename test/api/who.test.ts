import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { seatSeal } from '../../db/seals/seat-seal.js'
import { saveBootstrapMandates } from '../../db/writes/people.js'
import { endOfLoan } from '../../api/routes/who.js'
import { accepted, anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'
import { openStep, standingBase } from './standing-rows.js'

let api: AnApi
let base: string
beforeAll(async () => {
  api = await anApi('who may decide, over HTTP')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  await openStep(api, { base, key: '1.4a', role: 'SO' })
})
afterAll(() => api.close())
beforeEach(() => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
})

const post = async (url: string, { as, payload }: { as: string; payload: object }) =>
  await api.app.inject({ method: 'POST', url, headers: await api.write(as), payload })
const get = async (url: string, person: string) =>
  await api.app.inject({ url, headers: { ...(await api.as(person)), 'accept-language': 'en' } })
const commandSent = () => api.door.sent[0]?.parcel.command

const lending = { role: 'SO', to: 'p-so-3', until: '2099-12-31T00:00:00Z' }

test('a delegation is sent to the programme with an id of its own and instants that can be compared', async () => {
  const answer = await post('/programmes/gasme/delegations', {
    as: 'p-so-1',
    payload: { ...lending, base, steps: ['1.4a'] },
  })
  expect(answer.statusCode).toBe(200)
  expect(commandSent()).toEqual({
    type: 'delegate',
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    role: 'SO',
    to: { person: 'p-so-3', mandates: [expect.objectContaining({ role: 'SO' })] },
    base,
    steps: ['1.4a'],
    until: '2099-12-31T00:00:00.000Z',
  })
})

test('a seat of the programme that is lent from a date to a date is lent on both days, to 24:00 as New York has it', async () => {
  const payload = { ...lending, from: '2099-07-01', until: '2099-12-31' }
  await post('/programmes/gasme/delegations', { as: 'p-so-1', payload })
  expect(commandSent()).toMatchObject({ from: '2099-07-01T04:00:00.000Z', until: '2100-01-01T05:00:00.000Z' })
  expect(commandSent()).not.toHaveProperty('zone')
})

test('a seat of a place is lent to 24:00 as the place has it, and to the end of the own seat where that is the same day (R4)', () => {
  const here = { own: [], zone: 'Asia/Shanghai' }
  expect(endOfLoan('2099-07-31', here)).toBe('2099-07-31T16:00:00.000Z')
  const seat = { id: 'm', organisation: 'o', role: 'LG', from: '2026-01-01T00:00:00.000Z' } as const
  const own = [{ ...seat, until: '2099-07-31T10:00:00.000Z' }]
  expect(endOfLoan('2099-07-31', { ...here, own })).toBe('2099-07-31T10:00:00.000Z')
  expect(endOfLoan('2099-08-01', { ...here, own })).toBe('2099-08-01T16:00:00.000Z')
})

test('a delegation to nobody known, or without an end, is sent nowhere', async () => {
  const unknown = await post('/programmes/gasme/delegations', { as: 'p-so-1', payload: { ...lending, to: 'p-nobody' } })
  expect([unknown.statusCode, bodyOf(unknown).code]).toEqual([404, 'not_found'])
  const { until: _, ...endless } = lending
  const open = await post('/programmes/gasme/delegations', { as: 'p-so-1', payload: endless })
  expect([open.statusCode, bodyOf(open).code]).toEqual([400, 'invalid_request'])
  expect(api.door.sent).toEqual([])
})

test('a seat is lent and proposed for no base that is not there, and whose seats somebody holds already travels along', async () => {
  const nowhere = 'gasme-C99-nowhere-1'
  const lent = await post('/programmes/gasme/delegations', { as: 'p-so-1', payload: { ...lending, base: nowhere } })
  const seat = { person: 'p-so-3', organisation: 'o-office', role: 'LG' }
  const payload = (at: string) => ({ paper: { number: 'X-1', date: '2026-11-20' }, mandates: [{ ...seat, base: at }] })
  const given = await post('/programmes/gasme/mandates', { as: 'p-ad-1', payload: payload(nowhere) })
  for (const answer of [lent, given]) {
    expect([answer.statusCode, bodyOf(answer).code]).toEqual([404, 'not_found'])
    expect(bodyOf(answer).detail).toContain(`base ${nowhere}`)
  }
  expect(api.door.sent).toEqual([])
  expect((await post('/programmes/gasme/mandates', { as: 'p-ad-1', payload: payload(base) })).statusCode).toBe(200)
})

test('a step is given to somebody together with the mandates that person has', async () => {
  const payload = { to: 'p-so-2', code: 'LAT', reason: 'Ill until March.' }
  await post(`/bases/${base}/steps/1.4a.1/reassignments`, { as: 'p-pd-1', payload })
  expect(commandSent()).toMatchObject({
    type: 'reassign',
    step: '1.4a.1',
    code: 'LAT',
    reason: { id: expect.any(String) },
    to: { person: 'p-so-2', mandates: [{ role: 'SO', country: 'US' }] },
  })
  expect(JSON.stringify(api.door.sent)).not.toContain('Ill until March')
})

test('an interest is one’s own, or of somebody whose mandates travel along', async () => {
  await post(`/bases/${base}/interests`, { as: 'p-ex-1', payload: { kind: 'direct' } })
  expect(commandSent()).toEqual({ type: 'declare_interest', kind: 'direct' })
  api.door.sent.length = 0
  await post(`/bases/${base}/interests`, { as: 'p-co-1', payload: { kind: 'indirect', person: 'p-ex-2' } })
  expect(commandSent()).toMatchObject({ kind: 'indirect', of: { person: 'p-ex-2', mandates: [{ role: 'EX' }] } })
})

test('a delegate acts with the seats of the person in whose place he or she acts', async () => {
  const lent = {
    id: 'd-1',
    programme: 'gasme',
    base: null,
    person: 'p-tr-1',
    organisation: 'o-office',
    role: 'SO' as const,
    from_at: '2026-01-01T00:00:00.000Z',
    until_at: '2099-01-01T00:00:00.000Z',
    revoked_at: null,
    granted_seq: null,
    delegator: 'p-so-1',
    lends: 'gasme-p-so-1-SO',
    steps: null,
  }
  await api.parts.db.insertInto('mandate').values(lent).execute()
  await api.parts.db.insertInto('row_seal').values(seatSeal(lent)).execute()
  await post(`/bases/${base}/steps/1.4a.1/decisions`, { as: 'p-tr-1', payload: { option: 'complete' } })
  expect(api.door.sent[0]?.actor).toMatchObject({
    person: 'p-tr-1',
    mandates: expect.arrayContaining([expect.objectContaining({ id: 'd-1' })]),
    delegators: { 'p-so-1': [{ role: 'SO' }] },
  })
  for (const person of ['p-so-1', 'p-tr-1'])
    expect(bodyOf(await get('/delegations', person)).items).toMatchObject([
      { id: 'd-1', delegator: 'p-so-1', delegate: 'p-tr-1', role: 'SO', steps: null },
    ])
  expect(bodyOf(await get('/delegations', 'p-so-2')).items).toEqual([])
  await post('/delegations/d-1/endings', { as: 'p-so-1', payload: {} })
  expect(api.door.sent.at(-1)?.parcel.command).toEqual({ type: 'end_delegation', delegation: 'd-1' })
})

test('whoever has declared an interest in a base sees nothing of it any more, and is told why (SD5)', async () => {
  const row = {
    base,
    person: 'p-so-2',
    kind: 'direct',
    declared_seq: 4,
    declared_at: '2027-01-05T09:00:00.000Z',
  } as const
  const paths = ['', '/steps', '/history', '/documents', '/letters']
  for (const path of paths) expect((await get(`/bases/${base}${path}`, 'p-so-2')).statusCode).toBe(200)
  await api.parts.db.insertInto('interest').values(row).execute()
  for (const path of paths) {
    const answer = await get(`/bases/${base}${path}`, 'p-so-2')
    expect([path, answer.statusCode, bodyOf(answer).code]).toEqual([path, 403, 'interest_declared'])
    expect(bodyOf(answer).detail).toContain('Rule SD5')
  }
  expect(bodyOf(await get('/bases', 'p-so-2')).items).toEqual([])
  expect(bodyOf(await get('/inbox', 'p-so-2')).items).toEqual([])
  expect(bodyOf(await get('/bases', 'p-so-3')).items).toMatchObject([{ id: base }])
  expect((await get(`/bases/${base}`, 'p-so-3')).json()).toMatchObject({
    interests: [{ person: 'p-so-2', kind: 'direct', since: row.declared_at }],
  })
})

test('a base and its first page say which step too few people may act on, and whose a step is', async () => {
  await api.parts.db.updateTable('step').set({ vacant: true, holder: 'p-so-3' }).where('base', '=', base).execute()
  expect((await get(`/bases/${base}`, 'p-pm-1')).json()).toMatchObject({
    waitsFor: [{ key: '1.4a', vacant: true, holder: 'p-so-3' }],
  })
  expect((await get(`/bases/${base}/steps`, 'p-pm-1')).json()).toMatchObject({
    items: [{ vacant: true, holder: 'p-so-3', asksInterest: false }],
  })
  const headers = { ...(await api.as('p-pm-1')), accept: 'text/html' }
  const page = async (lang: string) => (await api.app.inject({ url: `/bases?lang=${lang}`, headers })).body
  expect(await page('en')).toContain('vacant: too few people may act')
  expect(await page('zh-CN')).toContain('空缺：可办理人员不足')
})

test('a seat of a place is neither proposed for nor confirmed to who acts for the programme by a lent one (SD10)', async () => {
  const paper = { number: 'X-1', date: '2026-11-20' }
  const mandates = [{ person: 'p-so-2', organisation: 'o-office', role: 'LG', base }]
  const propose = async () =>
    await post('/programmes/gasme/mandates', { as: 'p-ad-1', payload: { paper, mandates, proposal: 'lg-2' } })
  expect((await propose()).statusCode).toBe(200)
  const seat = { programme: 'gasme', base: null, person: 'p-so-2', organisation: 'o-office', role: 'PM' as const }
  const of = { ...seat, id: 'm-lent', from_at: '2020-01-01T00:00:00.000Z', until_at: '2099-12-31T00:00:00.000Z' }
  const row = { ...of, granted_seq: 1, delegator: 'p-pm-1', lends: 'gasme-p-pm-1-PM', steps: null }
  await api.parts.db
    .insertInto('mandate')
    .values({ ...row, revoked_at: null })
    .execute()
  await api.parts.db.insertInto('row_seal').values(seatSeal(row)).execute()
  const answer = await propose()
  expect([answer.statusCode, bodyOf(answer).code]).toEqual([403, 'sides_apart'])
  await api.parts.db
    .updateTable('mandate')
    .set({ revoked_at: '2026-01-01T00:00:00.000Z' })
    .where('id', '=', 'm-lent')
    .execute()
  expect((await propose()).statusCode).toBe(200)
})

test('the head of government of a base is neither proposed nor confirmed as its local government too (SD2, E2)', async () => {
  const paper = { number: 'X-2', date: '2026-11-20' }
  const seat = { person: 'p-so-3', organisation: 'o-office', base }
  const propose = async (proposal: string) =>
    await post('/programmes/gasme/mandates', {
      as: 'p-ad-1',
      payload: { paper, mandates: [{ ...seat, role: 'LG' }], proposal },
    })
  const confirm = async () =>
    await post('/programmes/gasme/mandates/lg-3/confirmations', { as: 'p-pd-1', payload: { seq: 1 } })
  const from = '2026-01-01T00:00:00.000Z'
  await api.parts.db
    .insertInto('seat_proposal')
    .values({
      programme: 'gasme',
      id: 'lg-3',
      mandates: JSON.stringify([{ ...seat, id: 'm-lg-3', role: 'LG', from }]),
      paper: JSON.stringify(paper),
      proposed_by: 'p-ad-1',
      proposed_at: from,
      confirmed_by: null,
      confirmed_at: null,
    })
    .execute()
  const codes = async () =>
    [await propose('lg-of-hg'), await confirm()].map((one) => [one.statusCode, bodyOf(one).code])
  expect(await codes()).toEqual([
    [200, ''],
    [200, ''],
  ])
  const mandates = [{ ...seat, id: 'm-hg-3', role: 'HG' as const, from }]
  await saveBootstrapMandates(api.parts.db, { programme: 'gasme', mandates })
  expect(await codes()).toEqual([
    [403, 'seats_apart'],
    [403, 'seats_apart'],
  ])
})
