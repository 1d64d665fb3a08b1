import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { WaitingPlace } from '../../domain/record.js'
import { anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'
import { standingBase } from './standing-rows.js'

let api: AnApi
let holder: string
let waiting: string
beforeAll(async () => {
  api = await anApi('the ten of the API')
  holder = await standingBase(api, { cluster: 'C01-dali', recordHash: 'a'.repeat(64) })
  waiting = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  const { db } = api.parts
  await db.insertInto('slot').values({ programme: 'gasme', number: 3, base: holder }).execute()
  const until = '2028-01-04T05:00:00.000Z'
  await db.updateTable('base').set({ status: 'slot_reserved', slot_until: until }).where('id', '=', holder).execute()
  const entry: WaitingPlace = {
    base: waiting,
    place: 1,
    since: '2027-01-04T09:00:00.000Z',
    score: 71.5,
    category: 'electric',
    province: 'CN-ZJ',
    code: 'QUO',
    passed: false,
    waived: false,
    offer: { offer: 'gasme-offer-1', state: 'open', until: '2027-02-05T16:00:00.000Z' },
  }
  await db.updateTable('base').set({ status: 'waiting_list' }).where('id', '=', waiting).execute()
  const list = JSON.stringify([entry])
  await db.updateTable('programme').set({ waiting_list: list }).where('id', '=', 'gasme').execute()
})
afterAll(() => api.close())

const get = async (url: string, { person = 'p-pm-1', language = 'en' }: { person?: string; language?: string } = {}) =>
  await api.app.inject({ url, headers: { ...(await api.as(person)), 'accept-language': language } })

test('the ten slots are listed, each with who holds it and until when it is kept', async () => {
  const { items } = bodyOf(await get('/programmes/gasme/slots'))
  expect(items).toHaveLength(10)
  expect(items[2]).toMatchObject({
    number: 3,
    holder: { base: holder, status: 'slot_reserved', until: '2028-01-04T05:00:00.000Z' },
  })
  expect(items.filter(({ holder: one }) => one === null)).toHaveLength(9)
})

test('the waiting list says who is next, why, and what is offered until when', async () => {
  const { items } = bodyOf(await get('/programmes/gasme/waiting-list'))
  expect(items).toMatchObject([
    {
      place: 1,
      base: waiting,
      waitsFor: 'slot',
      code: 'QUO',
      offer: { state: 'open', until: '2027-02-05T16:00:00.000Z' },
    },
  ])
})

test('neither is shown to the people of a place, nor of a programme that is not there', async () => {
  for (const list of ['slots', 'waiting-list']) {
    expect((await get(`/programmes/gasme/${list}`, { person: 'p-C09-yueqing-lg' })).statusCode).toBe(403)
    expect((await get(`/programmes/nowhere/${list}`)).statusCode).toBe(404)
  }
})

test.each([
  ['en', 'The ten', 'A slot is offered; answer until'],
  ['zh-CN', '十个名额', '已提供名额，答复期限'],
])('the page of the ten reads in %s', async (language, title, offer) => {
  const url = `/bases?view=ten&lang=${language}`
  const headers = { ...(await api.as('p-pm-1')), accept: 'text/html' }
  const { statusCode, body } = await api.app.inject({ url, headers })
  expect(statusCode).toBe(200)
  for (const said of [title, holder, waiting, offer]) expect(body).toContain(said)
})
