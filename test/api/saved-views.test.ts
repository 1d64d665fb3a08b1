import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mostSavedViews } from '../../db/reads/saved-views.js'
import { recordsProjectors } from '../../db/record/project-records.js'
import { applyChanges } from '../../db/record/change.js'
import { askingRows, readerOfRows } from '../../db/rows-of-the-reader.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import type { Role } from '../../domain/role.js'
import { fieldsOf } from './a-page.js'
import { anApi, bodyOf, dayOfTheApi, type AnApi } from './an-api.js'
import { send, signedInAt } from './signed-in.js'

let api: AnApi
beforeAll(async () => {
  api = await anApi('views that are saved')
  const people = ['v-mine', 'v-colleague', 'v-officer', 'v-many', 'v-erased']
  await savePeople(api.parts.db, {
    organisations: [],
    people: people.map((id) => ({ id, name: { en: id, local: id }, email: `${id}@office.example`, language: 'en' })),
  })
  const seats: readonly (readonly [string, Role])[] = [
    ['v-mine', 'PM'],
    ['v-colleague', 'PM'],
    ['v-officer', 'SO'],
    ['v-many', 'PM'],
    ['v-erased', 'PM'],
  ]
  await saveBootstrapMandates(api.parts.db, {
    programme: 'gasme',
    mandates: seats.map(([person, role]) => ({
      id: `m-${person}`,
      person,
      organisation: 'o-office',
      role,
      from: '2026-01-01T00:00:00.000Z',
    })),
  })
}, 60_000)
afterAll(() => api.close())

const late = { page: 'bases', name: 'Late ones', asks: { late: 'true', stage: 'due_diligence' } }
const withManagers = { sharedWith: { programme: 'gasme', role: 'PM' } }

const save = async (
  person: string,
  { id = randomUUID(), ...body }: { readonly id?: string; readonly [of: string]: unknown },
) => await api.app.inject({ method: 'PUT', url: `/saved-views/${id}`, headers: await api.as(person), payload: body })
const remove = async (person: string, id: string) =>
  await api.app.inject({ method: 'DELETE', url: `/saved-views/${id}`, headers: await api.as(person) })
const namesFor = async (person: string, query = '') => {
  const answer = await api.app.inject({ url: `/saved-views${query}`, headers: await api.as(person) })
  return bodyOf(answer)
    .items.map(({ name }) => String(name))
    .toSorted()
}

test('a view is kept under the id it was given, replaced by the next one of that id, and removed; nobody else is shown it', async () => {
  const id = randomUUID()
  const saved = await save('v-mine', { id, ...late })
  expect([saved.statusCode, saved.json()]).toEqual([
    200,
    expect.objectContaining({ id, address: '/bases?stage=due_diligence&late=true', isMine: true, sharedWith: null }),
  ])
  await save('v-mine', { id, ...late, name: 'Late in due diligence' })
  expect([await namesFor('v-mine'), await namesFor('v-colleague')]).toEqual([['Late in due diligence'], []])
  await save('v-mine', { page: 'letters', name: 'Came back', asks: { base: 'gasme-C09-yueqing-1', state: 'bounced' } })
  expect(await namesFor('v-mine', '?page=letters')).toEqual(['Came back'])
  expect([(await remove('v-colleague', id)).statusCode, (await remove('v-mine', id)).statusCode]).toEqual([404, 204])
  expect(await namesFor('v-mine')).toEqual(['Came back'])
})

test('shared with a role it is shown to whoever holds that role, while its keeper holds it too', async () => {
  const id = randomUUID()
  await save('v-mine', { id, ...late, name: 'For managers', ...withManagers })
  expect([await namesFor('v-colleague'), await namesFor('v-officer')]).toEqual([['For managers'], []])
  const shown = await api.app.inject({ url: '/saved-views', headers: await api.as('v-colleague') })
  expect(bodyOf(shown).items).toMatchObject([{ isMine: false, sharedWith: { role: 'PM' } }])
  expect(shown.body).not.toContain('v-mine')
  const taken = await save('v-colleague', { id, ...late, name: 'Not mine' })
  const nowhere = await remove('v-colleague', randomUUID())
  expect([taken.statusCode, bodyOf(taken).code, nowhere.statusCode]).toEqual([404, 'not_found', 404])
  await api.parts.db.updateTable('mandate').set({ revoked_at: dayOfTheApi }).where('id', '=', 'm-v-mine').execute()
  expect([await namesFor('v-colleague'), await namesFor('v-mine')]).toEqual([[], ['Came back', 'For managers']])
})

test('what no list takes, a role that is not held, and one view too many are refused, each in words', async () => {
  const unfit = await save('v-mine', { ...late, asks: { stage: 'nowhere' } })
  expect([unfit.statusCode, bodyOf(unfit).code, unfit.body]).toEqual([
    400,
    'invalid_request',
    expect.stringMatching(/"path":"[^"]*stage"/),
  ])
  const nameless = await save('v-mine', { ...late, name: ' ' })
  expect(nameless.statusCode).toBe(400)
  const place = await save('v-mine', { ...late, sharedWith: { programme: 'gasme', role: 'LG' } })
  expect([place.statusCode, bodyOf(place).code]).toEqual([400, 'invalid_request'])
  const foreign = await save('v-officer', { ...late, ...withManagers })
  expect([foreign.statusCode, bodyOf(foreign).code]).toEqual([403, 'not_permitted'])
  for (let nth = 0; nth < mostSavedViews; nth += 1)
    expect((await save('v-many', { ...late, name: `n ${nth}` })).statusCode).toBe(200)
  const tooMany = await save('v-many', late)
  expect([tooMany.statusCode, bodyOf(tooMany).code, bodyOf(tooMany).detail]).toEqual([
    409,
    'saved_views_full',
    expect.stringContaining('50'),
  ])
})

test('a view lies sealed, the database shows it to nobody else, and it goes with its keeper', async () => {
  const { db } = api.parts
  await save('v-erased', { ...late, name: 'Words of mine', ...withManagers })
  const rows = await db.selectFrom('saved_view').selectAll().where('person', '=', 'v-erased').execute()
  expect(JSON.stringify(rows)).not.toMatch(/Words of mine|due_diligence/)
  const keepersShownTo = (person: string) =>
    askingRows({ reader: readerOfRows(person, new Date(dayOfTheApi)) }, async () => {
      const shown = await db.selectFrom('saved_view').select('person').distinct().orderBy('person').execute()
      return shown.map((one) => one.person)
    })
  expect(await keepersShownTo('v-officer')).toEqual([])
  expect(await keepersShownTo('v-colleague')).toEqual(['v-erased', 'v-mine'])
  const by = { person: 'p-pd-1', role: 'PD', mandate: 'm-1', onBehalfOf: 'o-office' } as const
  const event = { type: 'person_erased', person: 'v-erased', requestedBy: 'p-ad-1', mandates: [], by } as const
  const at = { stream: 'gasme', programme: 'gasme', seq: 1, at: dayOfTheApi, base: undefined, stageNo: undefined }
  await db.transaction().execute(async (trx) => {
    const changes = recordsProjectors
      .person_erased(trx, { ...at, event })
      .filter(({ row }) => row.startsWith('savedViews'))
    await applyChanges(trx, changes)
  })
  expect(await keepersShownTo('v-colleague')).toEqual(['v-mine'])
})

test('on the page of all bases what is shown is saved under a name, found above the list and on one’s own work, and removed', async () => {
  const browser = await signedInAt(api.app, 'p-pm-1')
  const list = '/bases?late=true&view=map'
  const begun = await browser.ask(`${list}&lang=en`)
  const fields = fieldsOf(begun.body, '/saved-views')
  expect(fields).toMatchObject({ page: 'bases', asks: 'late=true&amp;view=map' })
  const typed = { ...fields, asks: 'late=true&view=map', share: 'gasme/PM' }
  const nameless = await send(browser, { page: '/saved-views', fields: typed })
  expect([nameless.statusCode, nameless.body.includes('The name is missing')]).toEqual([422, true])
  const sent = { ...typed, name: 'Late on the map' }
  for (const _ of ['a click', 'and another'])
    expect(browser.location(await send(browser, { page: '/saved-views', fields: sent }))).toBe(list)
  for (const page of ['/bases?lang=en', '/work?lang=en', '/saved-views?lang=en'])
    expect((await browser.ask(page)).body).toContain('href="/bases?late=true&amp;view=map">Late on the map</a>')
  const all = await browser.ask('/saved-views?lang=zh-CN')
  expect(all.body).toMatch(/<h1>常用视图<\/h1>/)
  const gone = await send(browser, {
    page: '/saved-views',
    fields: { ...fieldsOf(all.body, '/saved-views'), do: 'drop' },
  })
  expect(browser.location(gone)).toBe('/saved-views?told=removed')
  expect((await browser.ask('/bases')).body).not.toContain('Late on the map')
})
