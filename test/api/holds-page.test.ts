import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { fieldsOf } from './a-page.js'
import { accepted, anApi, type AnApi } from './an-api.js'
import { recordInProgramme } from './record-in-programme.js'
import { send, signedInAt, type Fields } from './signed-in.js'
import { standingBase } from './standing-rows.js'

let api: AnApi
let base: string
const url = '/programmes/gasme/holds'
const hold = 'h-1'
const by = { person: 'p-ad-1', role: 'AD', mandate: 'm-1', onBehalfOf: 'o-office' } as const

beforeAll(async () => {
  api = await anApi('records that are held, on a page')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  const event = { type: 'hold_requested', hold, of: { base }, code: 'INT', by } as const
  expect(await recordInProgramme(api, { after: 0, event })).toBe('recorded')
}, 60_000)
beforeEach(() => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
})
afterAll(() => api.close())

const signedIn = async (person: string) => {
  const browser = await signedInAt(api.app, person)
  return { ...browser, send: (fields: Fields) => send(browser, { page: url, fields }) }
}
/** The fields of one of several forms of a page, by the button that sends it. */
const fieldsFor = (page: string, act: string): Fields => {
  const [form = ''] = page.split('<form ').filter((one) => one.includes(`value="${act}"`))
  return { ...fieldsOf(`<form ${form}`, url), do: act }
}

test('what waits is confirmed by another than asked for it, with the entry that was read', async () => {
  const asking = await signedIn('p-ad-1')
  const own = (await asking.ask(`${url}?lang=en`)).body
  expect(own).toContain('You asked for it; another person confirms it.')
  expect(own).not.toContain('value="confirm_hold"')
  const director = await signedIn('p-pd-1')
  const page = (await director.ask(`${url}?lang=en`)).body
  for (const said of [base, 'waits for a second person', 'By your button you confirm entry 1'])
    expect(page).toContain(said)
  const sent = await director.send(fieldsFor(page, 'confirm_hold'))
  expect([sent.statusCode, director.location(sent)]).toEqual([303, `${url}?told=confirm_hold`])
  expect(api.door.sent.at(-1)?.parcel.command).toMatchObject({ type: 'confirm_hold', hold, seq: 1 })
})

test('a hold is asked for by the contract of the command: a person or a base, and what there is', async () => {
  const officer = await signedIn('p-co-1')
  const page = (await officer.ask(`${url}?lang=zh-CN`)).body
  expect(page).toContain('提出保全')
  const form = fieldsFor(page, 'hold')
  const both = await officer.send({ ...form, person: 'p-so-1', base, code: 'INT' })
  expect([both.statusCode, api.door.sent]).toEqual([422, []])
  const nobody = await officer.send({ ...form, person: 'p-nobody', code: 'INT' })
  expect([nobody.statusCode, nobody.body.includes('value="p-nobody"')]).toEqual([404, true])
  const done = await officer.send({ ...form, base, code: 'INT' })
  expect([done.statusCode, officer.location(done)]).toEqual([303, `${url}?told=hold`])
  expect(api.door.sent.at(-1)?.parcel.command).toMatchObject({ type: 'hold_records', of: { base }, code: 'INT' })
})

test('an auditor reads it and does nothing there, a manager does not read it, and a program is answered in JSON', async () => {
  const auditor = await signedIn('p-au-1')
  const page = (await auditor.ask(`${url}?lang=en`)).body
  expect(page).toContain('Records are held and let go by: ')
  expect(page).not.toContain('name="do"')
  expect((await (await signedIn('p-pm-1')).ask(url)).statusCode).toBe(403)
  const list = await api.app.inject({ url, headers: await api.as('p-au-1') })
  expect(list.json()).toMatchObject({ items: [{ id: hold, state: 'asked', seq: 1 }] })
  expect(list.body).not.toContain('askedBy')
})
