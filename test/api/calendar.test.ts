import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildApi } from '../../api/app.js'
import { datesAsCalendar } from '../../api/views/dates-as-calendar.js'
import { aBrowser } from './a-browser.js'
import { fieldsOf, posted } from './a-page.js'
import { anApi, dayOfTheApi, type AnApi } from './an-api.js'
import { openStep, standingBase } from './standing-rows.js'

let api: AnApi
let base: string
let now = new Date(dayOfTheApi)
beforeAll(async () => {
  api = await anApi('dates in a calendar of one’s own')
  const app = await buildApi({ ...api.parts, clock: () => now })
  await api.app.close()
  api = { ...api, app }
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  await openStep(api, { base, key: '1.4a', role: 'SO' })
})
afterAll(() => api.close())

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const signedIn = async (person: string) => {
  const browser = aBrowser(api.app)
  await browser.signIn(person)
  const send = async (act: string) => {
    const fields = fieldsOf((await browser.ask('/calendar?lang=en')).body, '/calendar')
    return await browser.ask('/calendar', { method: 'POST', payload: posted({ ...fields, do: act }), headers: form })
  }
  return { ...browser, send }
}

const addressIn = (page: string): string =>
  /value="http:\/\/127\.0\.0\.1:4310(\/calendars\/[^"]+)"/.exec(page)?.[1] ?? ''
/** As a calendar asks: with the address and nothing else. */
const feed = (url: string) => api.app.inject({ url, headers: { 'user-agent': 'a calendar' } })

test('somebody makes an address, shown this once, by which a calendar reads the own dates without a sign-in', async () => {
  const officer = await signedIn('p-so-1')
  expect((await officer.ask('/work?lang=en')).body).toContain('href="/calendar"')
  const made = await officer.send('make')
  const url = addressIn(made.body)
  expect([made.statusCode, url]).toEqual([
    200,
    expect.stringMatching(/^\/calendars\/cornerstone_[\w-]{43}\.ics\?lang=en$/),
  ])
  expect((await officer.ask('/calendar?lang=en')).body).not.toContain(url)
  const { statusCode, headers, body } = await feed(url)
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
  for (const said of ['BEGIN:VCALENDAR', `UID:${base}/1.4a.1@cornerstone`, `/bases/${base}/steps/1.4a.1`, 'DTSTART:2'])
    expect(body.replaceAll('\r\n ', '')).toContain(said)
  expect((await feed(url.replace('lang=en', 'lang=zh-CN'))).body).toMatch(/SUMMARY:\p{Script=Han}/u)
  expect(await api.parts.db.selectFrom('api_token').select(['scopes', 'person']).execute()).toEqual([
    { scopes: ['calendar'], person: 'p-so-1' },
  ])
})

test('it opens nothing else, holds nobody else’s dates, and ends with a new one, at its end, and by its button', async () => {
  const officer = await signedIn('p-so-2')
  const first = addressIn((await officer.send('make')).body)
  const token = /cornerstone_[\w-]+/.exec(first)?.[0] ?? ''
  const bearer = await api.app.inject({ url: '/bases', headers: { authorization: `Bearer ${token}` } })
  expect(bearer.statusCode).toBe(403)
  const manager = await signedIn('p-pm-1')
  expect((await feed(addressIn((await manager.send('make')).body))).body).not.toContain(base)
  const second = addressIn((await officer.send('make')).body)
  expect([(await feed(first)).statusCode, (await feed(second)).statusCode]).toEqual([404, 200])
  now = new Date(Date.parse(dayOfTheApi) + 367 * 86_400_000)
  expect((await feed(second)).statusCode).toBe(404)
  now = new Date(dayOfTheApi)
  expect(officer.location(await officer.send('end'))).toBe('/calendar?told=ended')
  expect((await feed(second)).statusCode).toBe(404)
  expect((await feed(`/calendars/cornerstone_${'x'.repeat(43)}.ics`)).statusCode).toBe(404)
})

test('an address is counted as one link however it is written, and another one by itself', async () => {
  const officer = await signedIn('p-so-1')
  const url = addressIn((await officer.send('make')).body)
  const token = /cornerstone_[\w-]+/.exec(url)?.[0] ?? ''
  const written = (at: number) => `${token.slice(0, at)}%${token.charCodeAt(at).toString(16)}${token.slice(at + 1)}`
  const ways = [`${token}.ics`, token, `${token}%2Eics`, `${token}.ics?lang=zh-CN`, `${written(0)}.ics`, written(1)]
  for (const way of [ways, ways].flat()) expect((await feed(`/calendars/${way}`)).statusCode).toBe(200)
  for (const way of [ways, written(7), `${written(3)}.ics?lang=en`].flat())
    expect((await feed(`/calendars/${way}`)).statusCode).toBe(429)
  const director = await signedIn('p-pm-1')
  expect((await feed(addressIn((await director.send('make')).body))).statusCode).toBe(200)
})

test('it ends with the seat of whoever made it', async () => {
  const officer = await signedIn('p-so-1')
  const url = addressIn((await officer.send('make')).body)
  expect((await feed(url)).statusCode).toBe(200)
  await api.parts.db.updateTable('mandate').set({ revoked_at: dayOfTheApi }).where('person', '=', 'p-so-1').execute()
  expect((await feed(url)).statusCode).toBe(404)
})

test('whatever a title holds, no line is longer than a calendar takes, and what was folded reads as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      const date = { id: 'b/1.1@cornerstone', at: '2027-03-01T16:00:00.000Z', title, link: 'http://x.example/a' }
      const text = datesAsCalendar({ name: 'Mine', now: '2027-02-01T00:00:00.000Z', dates: [date] })
      const lines = text.split('\r\n')
      expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
      const escaped = title.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n')
      expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${escaped}\r\n`)
      expect(text).toContain('DTSTART:20270301T160000Z\r\n')
    }),
  )
})
