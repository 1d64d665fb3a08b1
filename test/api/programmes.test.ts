import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { accepted, anApi, bodyOf, dayOfTheApi } from './an-api.js'
import type { AnApi } from './an-api.js'
import { standingBase } from './standing-rows.js'
import { answersFor } from '../support/filling.js'

let api: AnApi
beforeAll(async () => {
  api = await anApi('programmes of the API')
})
afterAll(() => api.close())
beforeEach(() => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
})

interface Posted {
  readonly person?: string
  readonly [field: string]: unknown
}

const post = async (url: string, { person = 'p-pm-1', ...payload }: Posted) =>
  await api.app.inject({ method: 'POST', url, payload, headers: await api.write(person) })

test('a call is proposed and opened through the programme’s workflow, which begins with its first command', async () => {
  expect((await post('/programmes/gasme/calls', { call: '2027-1' })).statusCode).toBe(200)
  expect(
    (await post('/programmes/gasme/calls/2027-1/decisions', { option: 'open', person: 'p-pd-1' })).statusCode,
  ).toBe(200)
  expect(api.door.sent.map(({ parcel }) => parcel.command)).toEqual([
    { type: 'propose_call', call: '2027-1' },
    { type: 'approve_call', call: '2027-1', option: 'open' },
  ])
  expect(api.door.sent[0]?.parcel.start).toEqual({
    type: 'programme',
    input: { programme: 'gasme', procedure: 'full' },
    summary: 'gasme',
  })
})

test('a session takes every base that waits, or those that are named', async () => {
  const base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  await post('/programmes/gasme/sessions', { session: 's1', person: 'p-cs-1' })
  await post('/programmes/gasme/sessions', { session: 's2', bases: [base], on: '2027-06-14', person: 'p-cs-1' })
  const candidate = { base, score: 71.5, category: 'electric', province: 'CN-ZJ', overlaps: [], cluster: 'C09-yueqing' }
  expect(api.door.sent.map(({ parcel }) => parcel.command)).toEqual([
    { type: 'convene_session', session: 's1', candidates: [candidate] },
    {
      type: 'convene_session',
      session: 's2',
      candidates: [candidate],
      meets: { on: '2027-06-14', mode: 'in_room' },
    },
  ])
  const missing = await post('/programmes/gasme/sessions', {
    session: 's3',
    bases: ['gasme-C01-dali-1'],
    person: 'p-cs-1',
  })
  expect([missing.statusCode, bodyOf(missing).code]).toEqual([404, 'not_found'])
})

test('a mandate is granted under an id that follows from the key, and revoked in its programme', async () => {
  const grant = { person: 'p-pm-2', organisation: 'o-office', role: 'SO', from: '2027-01-01T00:00:00.000Z' }
  const asked = { mandates: [grant], proposal: 'so-2', paper: { number: 'GASME-2026-14', date: '2026-11-20' } }
  expect((await post('/programmes/gasme/mandates', { ...asked, person: 'p-ad-1' })).statusCode).toBe(200)
  expect(api.door.sent[0]?.parcel.command).toMatchObject({ type: 'grant_mandates', ...asked })
  const held = 'gasme-p-pm-2-PM'
  expect((await post(`/mandates/${held}/revocations`, { code: 'INT', person: 'p-ad-1' })).statusCode).toBe(200)
  expect(api.door.sent[1]?.parcel).toMatchObject({
    workflow: 'programme/gasme',
    command: { type: 'revoke_mandate', mandate: held, code: 'INT' },
  })
  const unknown = await post('/mandates/nowhere/revocations', { code: 'INT', person: 'p-ad-1' })
  expect([unknown.statusCode, bodyOf(unknown).code]).toEqual([404, 'not_found'])
})

test('a seat for an organisation that is not in the register is not proposed, and says who adds it', async () => {
  const seat = { person: 'p-pm-2', organisation: 'o-nowhere', role: 'EX' }
  const paper = { sha256: 'a'.repeat(64) }
  const answer = await post('/programmes/gasme/mandates', { mandates: [seat], paper, person: 'p-ad-1' })
  expect([answer.statusCode, bodyOf(answer).code]).toEqual([404, 'not_registered'])
  expect(api.door.sent).toEqual([])
  const known = { ...seat, organisation: 'o-office' }
  expect((await post('/programmes/gasme/mandates', { mandates: [known], paper, person: 'p-ad-1' })).statusCode).toBe(
    200,
  )
})

test('a seat is given from now on, or for the whole days that are named, to 24:00 of the last', async () => {
  const seat = { person: 'p-pm-2', organisation: 'o-office', role: 'SO' }
  await post('/programmes/gasme/mandates', { mandates: [seat], person: 'p-ad-1' })
  const dated = { ...seat, from: '2027-03-01', until: '2027-12-31' }
  await post('/programmes/gasme/mandates', { mandates: [dated], person: 'p-ad-1' })
  expect(api.door.sent.map(({ parcel }) => parcel.command)).toMatchObject([
    { mandates: [{ from: dayOfTheApi }] },
    { mandates: [{ from: '2027-03-01T05:00:00.000Z', until: '2028-01-01T05:00:00.000Z' }] },
  ])
})

test('a seat is given to a person that there is', async () => {
  const seat = { person: 'p-pm-2', organisation: 'o-office', role: 'SO' }
  const answer = await post('/programmes/gasme/mandates', {
    mandates: [seat, { ...seat, person: 'p-nobody' }],
    person: 'p-ad-1',
  })
  expect([answer.statusCode, bodyOf(answer).code]).toEqual([404, 'not_found'])
  expect(bodyOf(answer).detail).toContain('person p-nobody')
  expect(api.door.sent).toEqual([])
})

test('a team is made of people that there are', async () => {
  const base = await standingBase(api, { cluster: 'C05-haining', recordHash: 'd'.repeat(64) })
  const decide = (...members: readonly string[]) =>
    post(`/bases/${base}/steps/2.1a.1/decisions`, {
      option: 'appoint',
      form: answersFor('2.1a', { option: 'appoint', played: { team: { members } } }),
      person: 'p-pd-1',
    })
  const unknown = await decide('p-dl-1', 'p-nobody')
  expect(bodyOf(unknown)).toMatchObject({
    code: 'form_malformed',
    detail: expect.stringContaining('somebody of the register'),
  })
  expect((await decide('p-dl-1')).statusCode).toBe(200)
})

test('a programme that does not exist, and a grant of what is no role, are refused', async () => {
  expect((await post('/programmes/nowhere/calls', { call: 'c' })).statusCode).toBe(404)
  const grant = { person: 'p-pm-2', organisation: 'o-office', role: 'KING', from: '2027-01-01T00:00:00.000Z' }
  const answer = await post('/programmes/gasme/mandates', { mandates: [grant] })
  expect([answer.statusCode, bodyOf(answer).code]).toEqual([400, 'invalid_request'])
  expect(api.door.sent).toEqual([])
})

test('no seat leaves the API without a name under which it waits: one person alone gives none (SD10)', async () => {
  const seat = { person: 'p-pm-2', organisation: 'o-office', role: 'SO' }
  await post('/programmes/gasme/mandates', { mandates: [seat], person: 'p-ad-1' })
  expect(api.door.sent.map(({ parcel, id }) => [parcel.command, id])).toMatchObject([
    [{ type: 'grant_mandates', proposal: api.door.sent[0]?.id }, expect.any(String)],
  ])
})
