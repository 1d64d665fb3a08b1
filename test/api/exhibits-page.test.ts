import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { BaseEvent } from '../../domain/event.js'
import type { By } from '../../domain/values/by.js'
import { exhibitId, received } from '../exhibits/exhibit-events.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { fieldsOf } from './a-page.js'
import { send, signedInAt, type Fields } from './signed-in.js'
import { accepted, anApi, type AnApi } from './an-api.js'
import { recordAfter, recordLife } from './a-recorded-life.js'

let api: AnApi
let base: ABase
let head: number
let list: string
const [fresh, looked, secret] = [exhibitId(1), exhibitId(2), exhibitId(3)]
const place: By = { person: 'p-C09-yueqing-lg', role: 'LG', mandate: 'm-LG', onBehalfOf: 'o-place' }

beforeAll(async () => {
  api = await anApi('exhibits on pages')
  base = aNominatedBase()
  head = await recordLife(api, { base, after: 0 })
  list = `/bases/${base.state().id}/exhibits`
  await record([
    received(fresh, { by: place }),
    received(looked, { by: place }),
    received(secret, { by: place, readers: 'CPL' }),
    { type: 'exhibit_checked', exhibit: looked, class: 3, readers: 'PAR', broughtBy: place.person, by: place },
  ])
}, 60_000)
beforeEach(() => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
})
afterAll(() => api.close())

const record = async (events: readonly BaseEvent[]): Promise<void> => {
  head = await recordAfter(api, { base, after: head, events, by: place })
}

const signedIn = async (person: string) => {
  const browser = await signedInAt(api.app, person)
  return { ...browser, send: (page: string, fields: Fields) => send(browser, { page, fields }) }
}

test('what was brought stands in a list with class and verdict; what is not for somebody’s eyes is not linked as a file', async () => {
  const officer = await signedIn('p-lc-1')
  const page = await officer.ask(`${list}?lang=en`)
  for (const said of [`${list}/${fresh}`, `${list}/${fresh}/content`, 'Received', 'Checked'])
    expect(page.body).toContain(said)
  expect(page.body).not.toContain(`${list}/${secret}/content`)
  expect((await officer.ask(`/bases/${base.state().id}?lang=zh-CN`)).body).toContain(`href="${list}"`)
})

test('the officer sets a class, or rejects with words; each once, and what does not fit is said at its field', async () => {
  const officer = await signedIn('p-lc-1')
  const url = `${list}/${fresh}`
  const page = (await officer.ask(`${url}?lang=zh-CN`)).body
  expect(page).toContain('引用该材料的步骤')
  const begun = fieldsOf(page, url)
  const empty = await officer.send(url, { ...begun, do: 'reject', code: 'unsigned' })
  expect([empty.statusCode, empty.body.includes('未填写')]).toEqual([422, true])
  expect(api.door.sent).toEqual([])
  const sent = { ...begun, do: 'check', class: '2' }
  const done = [await officer.send(url, sent), await officer.send(url, sent)]
  expect(done.map((one) => officer.location(one))).toEqual([`${url}?told=check`, `${url}?told=check`])
  const again = fieldsOf((await officer.ask(url)).body, url)
  const rejected = await officer.send(url, { ...again, do: 'reject', code: 'unsigned', reason: 'No seal.' })
  expect(officer.location(rejected)).toBe(`${url}?told=reject`)
  expect(api.door.sent.map(({ parcel }) => parcel.command)).toMatchObject([
    { type: 'check_exhibit', exhibit: fresh, class: 2 },
    { type: 'return_exhibit', exhibit: fresh, code: 'unsigned', reason: { hash: expect.any(String) } },
  ])
})

test('what was checked may be accepted; whoever judges no exhibits finds no button, and sends none', async () => {
  const url = `${list}/${looked}`
  const officer = await signedIn('p-lc-1')
  const page = (await officer.ask(`${url}?lang=en`)).body
  expect(page).toMatch(/<button[^>]* value="accept"/)
  expect(officer.location(await officer.send(url, { ...fieldsOf(page, url), do: 'accept' }))).toBe(`${url}?told=accept`)
  expect(api.door.sent.at(-1)?.parcel.command).toEqual({ type: 'accept_exhibit', exhibit: looked })
  const manager = await signedIn('p-pm-1')
  const shown = await manager.ask(url)
  expect([shown.statusCode, /<button[^>]* value="(accept|check|reject)"/.test(shown.body)]).toEqual([200, false])
})

test('an exhibit that is not there, or not for these eyes, is answered alike', async () => {
  const browser = await signedIn('p-lc-1')
  const asked = [await browser.ask(`${list}/${exhibitId(9)}`), await browser.ask(`/bases/gasme-C99-nowhere-1/exhibits`)]
  expect(asked.map(({ statusCode }) => statusCode)).toEqual([404, 404])
})
