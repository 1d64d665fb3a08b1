import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { z } from 'zod'
import { headOf } from '../../db/reads/heads.js'
import { saveBootstrapMandates } from '../../db/writes/people.js'
import { sightOf } from '../../api/auth/sight.js'
import { fieldsOf } from './a-page.js'
import { send, signedInAt, type Fields } from './signed-in.js'
import { accepted, anApi, type AnApi } from './an-api.js'
import { recordInProgramme } from './record-in-programme.js'
import { openStep, standingBase } from './standing-rows.js'

let api: AnApi
let base: string
const url = '/programmes/gasme/people'

beforeAll(async () => {
  api = await anApi('people and seats on a page')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  await openStep(api, { base, key: '1.4a', role: 'SO' })
  await api.parts.db.updateTable('step').set({ vacant: true }).where('base', '=', base).execute()
  await saveBootstrapMandates(api.parts.db, {
    programme: 'gasme',
    mandates: [
      { id: 'm-short', person: 'p-so-3', organisation: 'o-office', role: 'FO', from: '2026-01-01T00:00:00.000Z' },
    ],
  })
})
beforeEach(() => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
})
afterAll(() => api.close())

const signedIn = async (person: string) => {
  const browser = await signedInAt(api.app, person)
  return { ...browser, send: (fields: Fields) => send(browser, { page: url, fields }) }
}

/** The hidden fields of one of several forms of a page, by the button that sends it. */
const fieldsFor = (page: string, act: string): Readonly<Record<string, string>> => {
  const forms = page.split('<form ').filter((one) => new RegExp(`<button[^>]* value="${act}"`).test(one))
  return { ...fieldsOf(`<form ${forms[0] ?? ''}`, url), do: act }
}

const Seats = z.array(z.object({ role: z.string(), inForce: z.boolean() }))
const Directory = z.object({ items: z.array(z.looseObject({ id: z.string(), seats: Seats })) })

test('who gives seats, runs the programme, screens or examines reads who holds which, as JSON and as a page; nobody else does', async () => {
  const headers = await api.as('p-pm-1')
  const { items } = Directory.parse((await api.app.inject({ url: `${url}?role=FO`, headers })).json())
  expect(items.find(({ id }) => id === 'p-so-3')?.seats).toContainEqual(expect.objectContaining({ role: 'FO' }))
  const manager = await signedIn('p-pm-1')
  const page = await manager.ask(`${url}?role=FO&lang=en`)
  for (const said of ['p-so-3', 'Finance officer', `href="/bases/${base}/steps/1.4a.1"`])
    expect(page.body).toContain(said)
  expect(page.body).not.toContain('name="do"')
  expect(page.body).toContain('is given by: System administrator, Programme director. Tell one of them.')
  expect(page.body).not.toContain('people?give=')
  expect((await manager.ask('/work')).body).toContain(`href="${url}"`)
  const officer = await signedIn('p-so-1')
  expect([(await officer.ask(url)).statusCode, (await officer.ask('/work')).body.includes(`href="${url}"`)]).toEqual([
    403,
    false,
  ])
  expect((await officer.ask(url, { headers: { accept: '*/*' } })).statusCode).toBe(403)
})

test('a base that is closed to its reader is not in the directory: neither its seats nor where it lacks people', async () => {
  await api.parts.db
    .insertInto('interest')
    .values({ base, person: 'p-au-1', kind: 'direct', declared_seq: 1, declared_at: '2026-12-01T00:00:00.000Z' })
    .execute()
  expect((await sightOf(api.parts, 'p-au-1')).interests).toHaveLength(1)
  const auditor = await signedIn('p-au-1')
  expect((await auditor.ask(url)).body).not.toContain(base)
  expect((await (await signedIn('p-pm-1')).ask(url)).body).toContain(base)
})

test('a director proposes a seat by the contract of the command, told in his language what is missing, and once for two clicks', async () => {
  const director = await signedIn('p-pd-1')
  const begun = fieldsFor((await director.ask(`${url}?lang=zh-CN`)).body, 'give')
  const wrong = await director.send({ ...begun, 'mandates/0/person': 'p so 3' })
  expect(wrong.statusCode).toBe(422)
  for (const said of ['只能由字母、数字、点、冒号、连字符或下划线组成', '未填写', '请选择其中一项', 'value="p so 3"'])
    expect(wrong.body).toContain(said)
  const fields = {
    ...fieldsFor(wrong.body, 'give'),
    'mandates/0/person': 'p-so-3',
    'mandates/0/role': 'SP',
    'mandates/0/organisation': 'o-office',
    'paper/number': 'GASME-2026-14',
    'paper/date': '2026-11-30',
  }
  const sent = [await director.send(fields), await director.send(fields)]
  expect(sent.map((one) => director.location(one))).toEqual([`${url}?told=give`, `${url}?told=give`])
  expect(api.door.sent.map(({ parcel }) => parcel.command)).toMatchObject([
    {
      type: 'grant_mandates',
      mandates: [{ person: 'p-so-3', role: 'SP', organisation: 'o-office' }],
      paper: { number: 'GASME-2026-14', date: '2026-11-30' },
    },
  ])
})

test('who gives seats comes from a step that lacks people to the form with its role and base in it', async () => {
  const director = await signedIn('p-pd-1')
  const page = (await director.ask(`${url}?lang=en`)).body
  const [, way = ''] = new RegExp(`href="(${url}\\?give=SO[^"]*)#give"`).exec(page) ?? []
  const opened = (await director.ask(way.replaceAll('&amp;', '&'))).body
  for (const said of [
    '<option value="SO" selected="">',
    `name="mandates/0/base" value="${base}"`,
    'id="give" class="card" open=""',
  ])
    expect(opened).toContain(said)
  expect(page).not.toContain('id="give" class="card" open=""')
})

test('a paper without its date is told so at the date, and nothing of a fingerprint nobody asked for', async () => {
  const director = await signedIn('p-pd-1')
  const begun = fieldsFor((await director.ask(`${url}?lang=en`)).body, 'give')
  const undated = await director.send({
    ...begun,
    'mandates/0/person': 'p-so-3',
    'mandates/0/role': 'SP',
    'mandates/0/organisation': 'o-office',
    'paper/number': 'GASME-2026-14',
  })
  expect([undated.statusCode, undated.body.includes('sha256 is missing')]).toEqual([422, false])
  expect(undated.body).toContain('<a href="#give-paper/date">Date on it: give its date; a paper without one')
  expect(undated.body).not.toContain('href="#give-paper/number"')
  const odd = await director.send({ ...begun, 'paper/number': '?', 'paper/date': '2026-11-30' })
  expect(odd.body).toContain('<a href="#give-paper/number">')
})

test('a "no" stands on the page with what was typed, and nobody is proposed who is not known', async () => {
  const director = await signedIn('p-pd-1')
  const begun = fieldsFor((await director.ask(`${url}?lang=en`)).body, 'give')
  const no = await director.send({
    ...begun,
    'mandates/0/person': 'p-nobody',
    'mandates/0/role': 'SP',
    'mandates/0/organisation': 'o-office',
    'paper/number': 'GASME-2026-14',
    'paper/date': '2026-11-30',
  })
  expect([no.statusCode, no.body.includes('value="p-nobody"'), no.body.includes('This was not taken')]).toEqual([
    404,
    true,
    true,
  ])
  expect(api.door.sent).toEqual([])
})

test('a second person confirms what stood on the page, by the entry that was read; who proposed it finds no button', async () => {
  const mandates = [
    { id: 'm-new', person: 'p-so-3', organisation: 'o-office', role: 'SP', from: '2026-12-01T00:00:00.000Z' } as const,
  ]
  const by = { person: 'p-pd-1', role: 'PD', mandate: 'm-pd-1', onBehalfOf: 'o-office' } as const
  const paper = { number: 'GASME-2026-14', date: '2026-11-30' }
  const event = { type: 'seats_proposed', proposal: 'so-3', mandates, paper, by } as const
  expect(await recordInProgramme(api, { after: 0, event })).toBe('recorded')
  const second = await signedIn('p-ad-1')
  const page = await second.ask(`${url}?lang=en`)
  for (const said of ['Waits for a second person', 'GASME-2026-14', '(p-so-3)']) expect(page.body).toContain(said)
  const fields = fieldsFor(page.body, 'confirm')
  expect(fields).toMatchObject({ proposal: 'so-3', seq: '1' })
  expect(second.location(await second.send(fields))).toBe(`${url}?told=confirm`)
  expect(api.door.sent.map(({ parcel }) => parcel.command)).toEqual([
    { type: 'confirm_seats', proposal: 'so-3', seq: 1 },
  ])
  const first = await (await signedIn('p-pd-1')).ask(`${url}?lang=en`)
  expect([first.body.includes('value="confirm"'), first.body.includes('Another person than who proposed it')]).toEqual([
    false,
    true,
  ])
})

test('a seat is ended with a reason, and a person and an organisation are registered on the ways of their routes', async () => {
  const admin = await signedIn('p-ad-1')
  const asked = await admin.ask(`${url}?end=m-short&lang=en`)
  expect(asked.body).toContain('Finance officer, of')
  const ended = await admin.send({ ...fieldsFor(asked.body, 'end'), code: 'WDR' })
  expect(admin.location(ended)).toBe(`${url}?told=end`)
  expect(api.door.sent.at(-1)?.parcel.command).toMatchObject({
    type: 'revoke_mandate',
    mandate: 'm-short',
    code: 'WDR',
  })
  const page = (await admin.ask(`${url}?lang=en`)).body
  const person = { person: 'p-new-1', 'name/en': 'Mira', 'name/local': '米拉', email: 'mira@x.example', language: 'en' }
  const registered = await admin.send({ ...fieldsFor(page, 'person'), ...person })
  expect(admin.location(registered)).toBe(`${url}?told=person&person=p-new-1`)
  expect((await admin.ask(admin.location(registered))).body).toContain('value="p-new-1"')
  const again = await admin.send({ ...fieldsFor(page, 'person'), ...person, once: 'another' })
  expect([again.statusCode, again.body.includes('p-new-1')]).toEqual([409, true])
  const house = { organisation: 'o-new', 'name/en': 'House', 'name/local': '馆', country: 'VN' }
  expect((await admin.send({ ...fieldsFor(page, 'organisation'), ...house })).statusCode).toBe(303)
  expect(api.door.sent.at(-1)?.parcel.command).toMatchObject({ type: 'add_to_register', entry: { id: 'o-new' } })
})

test('what is kept of a person stands beside the button that asks for an erasure, and another person confirms what was read', async () => {
  const [first, second, manager] = [await signedIn('p-ad-1'), await signedIn('p-pd-1'), await signedIn('p-pm-1')]
  const asked = `${url}?kept=p-so-3&lang=en`
  expect((await manager.ask(asked)).body).not.toContain('id="kept"')
  const page = (await first.ask(asked)).body
  for (const said of ['Goes with an erasure', 'Stays, as the rules of retention have it', 'p-so-3'])
    expect(page).toContain(said)
  expect((await first.send(fieldsFor(page, 'erase'))).statusCode).toBe(303)
  expect(api.door.sent.at(-1)?.parcel.command).toEqual({ type: 'request_erasure', person: 'p-so-3' })
  const by = { person: 'p-ad-1', role: 'AD', mandate: 'm-1', onBehalfOf: 'o-office' } as const
  const after = await headOf(api.parts.db, 'gasme')
  await recordInProgramme(api, { after, event: { type: 'erasure_requested', person: 'p-so-3', by } })
  const waiting = (await second.ask(asked)).body
  const fields = fieldsFor(waiting, 'confirm_erasure')
  expect([fields['seq'], fields['person']]).toEqual([String(after + 1), 'p-so-3'])
  expect((await second.send(fields)).statusCode).toBe(303)
  expect(api.door.sent.at(-1)?.parcel.command).toMatchObject({
    type: 'confirm_erasure',
    of: { person: 'p-so-3' },
    seq: after + 1,
  })
})
