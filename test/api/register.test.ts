import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { listRegister, readRegister } from '../../db/reads/register.js'
import { mandatesOf } from '../../db/reads/people.js'
import { saveBootstrapMandates } from '../../db/writes/people.js'
import type { RegisterEvent } from '../../domain/events/register.js'
import type { RegisterEntry } from '../../domain/register.js'
import { anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'
import { recordInProgramme } from './record-in-programme.js'

let api: AnApi
beforeAll(async () => {
  api = await anApi('register')
  await saveBootstrapMandates(api.parts.db, {
    programme: 'gasme',
    mandates: [{ id: 'm-vn', person: 'p-ex-1', organisation: 'o-hanoi', role: 'EX', from: '2026-01-01T00:00:00.000Z' }],
  })
})
afterAll(() => api.close())

const post = async (path: string, payload: object) =>
  await api.app.inject({
    method: 'POST',
    url: `/programmes/gasme/${path}`,
    headers: await api.write('p-ad-1'),
    payload,
  })
const commandSent = (): unknown => api.door.sent.at(-1)?.parcel.command

const hanoi: RegisterEntry = {
  kind: 'organisation',
  id: 'o-hanoi',
  name: { en: 'Hanoi Institute', local: 'Viện Hà Nội' },
  country: 'VN',
}
const record = (after: number, event: RegisterEvent) => recordInProgramme(api, { after, event })
const by = { person: 'p-ad-1', role: 'AD', mandate: 'm-1', onBehalfOf: 'o-office' } as const
const countryOf = async () =>
  (await mandatesOf(api.parts.db, { person: 'p-ex-1' })).find(({ id }) => id === 'm-vn')?.country

test('an organisation, a place, a category and names become the entries that are asked for', async () => {
  const organisation = { organisation: 'o-hanoi', name: hanoi.name, country: 'VN' }
  expect((await post('organisations', organisation)).statusCode).toBe(200)
  expect(commandSent()).toEqual({ type: 'add_to_register', entry: hanoi })
  expect((await post('places', { place: 'VN-HN', zone: 'Asia/Ho_Chi_Minh', languages: ['vi'] })).statusCode).toBe(200)
  expect(commandSent()).toMatchObject({ entry: { kind: 'place', id: 'VN-HN', country: 'VN' } })
  await post('categories', { category: 'ceramics', name: { en: 'Ceramics', 'zh-CN': '陶瓷' } })
  expect(commandSent()).toMatchObject({ entry: { kind: 'category', id: 'ceramics' } })
  await post('names', { cluster: 'F01-foshan', place: '佛山市', government: '佛山市人民政府' })
  expect(commandSent()).toMatchObject({ entry: { kind: 'names', id: 'F01-foshan' } })
})

test.each([
  ['a zone that IANA does not know', 'places', { place: 'VN', zone: 'Asia/Hanoi', languages: ['vi'] }],
  ['an offset in place of a zone', 'places', { place: 'VN', zone: '+07:00', languages: ['vi'] }],
  ['a language that is none', 'places', { place: 'VN', zone: 'Asia/Ho_Chi_Minh', languages: ['vietnamese'] }],
  ['a country there is not', 'organisations', { organisation: 'o-2', name: { en: 'a', local: 'a' }, country: 'XQ' }],
  ['a place in a country there is not', 'places', { place: 'XX', zone: 'Asia/Ho_Chi_Minh', languages: ['vi'] }],
  ['a part of one there is not', 'places', { place: 'ZZ-01', zone: 'Asia/Ho_Chi_Minh', languages: ['vi'] }],
  ['a code of three letters', 'organisations', { organisation: 'o-2', name: { en: 'a', local: 'a' }, country: 'CHN' }],
])('%s is refused before anything is sent', async (_, path, body) => {
  const before = api.door.sent.length
  expect((await post(path, body)).statusCode).toBe(400)
  expect(api.door.sent).toHaveLength(before)
})

test('what stands is not added twice, and what does not stand is not corrected', async () => {
  const organisation = { organisation: 'o-gasme', name: hanoi.name, country: 'VN' }
  const standing = (await listRegister(api.parts.db, { programme: 'gasme', limit: 1 })).items[0]?.entry.id
  const twice = await post('organisations', { ...organisation, organisation: standing })
  expect([twice.statusCode, bodyOf(twice).code]).toEqual([409, 'registered_already'])
  const nowhere = await post('organisations', { ...organisation, organisation: 'o-nowhere', corrects: true })
  expect([nowhere.statusCode, bodyOf(nowhere).code]).toEqual([404, 'not_registered'])
  expect((await post('organisations', { ...organisation, organisation: standing, corrects: true })).statusCode).toBe(
    200,
  )
  expect(commandSent()).toMatchObject({ type: 'add_to_register', corrects: true })
})

test('the country of a seat is that of its organisation, and a correction counts with the second person alone', async () => {
  expect(await countryOf()).toBeUndefined()
  expect(await record(0, { type: 'register_added', entry: hanoi, by })).toBe('recorded')
  expect(await countryOf()).toBe('VN')
  const corrected = { ...hanoi, country: 'SG' }
  await record(1, { type: 'correction_asked', entry: corrected, by })
  expect(await countryOf()).toBe('VN')
  const listed = await api.app.inject({
    url: '/programmes/gasme/register?kind=organisation&limit=200',
    headers: await api.as('p-ad-1'),
  })
  expect(bodyOf(listed).items).toContainEqual(
    expect.objectContaining({ askedBy: 'p-ad-1', asked: corrected, entry: hanoi }),
  )
  await record(2, { type: 'register_corrected', entry: corrected, askedBy: 'p-ad-1', by })
  expect(await countryOf()).toBe('SG')
})

test('a place of one programme is no place of another', async () => {
  const place = { kind: 'place', id: 'VN', country: 'VN', zone: 'Asia/Ho_Chi_Minh', languages: ['vi'] } as const
  await record(3, { type: 'register_added', entry: place, by })
  expect((await readRegister(api.parts.db, { programme: 'gasme' })).places).toHaveProperty('VN')
  expect((await readRegister(api.parts.db, { programme: 'other' })).places).toEqual({})
})

const csv = (place: string, category: string): string =>
  [
    'id,name_en,name_local,name_local_lang,country,iso_3166_1_alpha2,iso_3166_2,province_or_state,prefecture,' +
      'county_or_district,gb_t_2260_code,government_level,possible_counterpart_government,programme_category,isic_rev4',
    `F02-hanoi,Bat Trang,Bát Tràng,vi,Viet Nam,VN,${place},Hanoi,,,,commune,Hanoi People's Committee,${category},2393`,
    `F01-foshan,Foshan Ceramics,佛山陶瓷,zh-Hans,China,CN,CN-GD,Guangdong,Foshan,,440600,city,Foshan,${category},2392`,
  ].join('\n')
const imported = async (text: string) => {
  const headers = { ...(await api.write('p-pm-1')), 'content-type': 'text/csv' }
  const answer = await api.app.inject({
    method: 'POST',
    url: '/programmes/gasme/bases/imports',
    headers,
    payload: text,
  })
  return bodyOf(answer).rows.map(({ cluster, result, reason }) => [cluster, result, reason])
}

test('a file from a country the code does not know is read once place and category are in the register, and lacks nothing but a call then', async () => {
  const [place, category] = ['iso_3166_2', 'programme_category'].map((field) => expect.stringContaining(`${field} is`))
  expect(await imported(csv('VN-HN', 'ceramics'))).toEqual([
    ['F02-hanoi', 'refused', category],
    ['F01-foshan', 'refused', category],
  ])
  const ceramics = { kind: 'category', id: 'ceramics', name: { en: 'Ceramics', 'zh-CN': '陶瓷' } } as const
  await record(4, { type: 'register_added', entry: ceramics, by })
  const noCall = expect.stringContaining('takes no nominations')
  expect(await imported(csv('GE-TB', 'ceramics'))).toEqual([
    ['F02-hanoi', 'refused', place],
    ['F01-foshan', 'refused', noCall],
  ])
  // Both are read now; what is missing is a call.
  expect(await imported(csv('VN-HN', 'ceramics'))).toMatchObject([{ 2: noCall }, { 2: noCall }])
  const found = await api.parts.db.selectFrom('cluster').select('names').where('id', '=', 'F02-hanoi').execute()
  expect(found).toMatchObject([{ names: { 'zh-CN': { industry: '陶瓷' } } }])
})

test('whoever has no seat of the programme reads nothing of its register', async () => {
  const url = '/programmes/gasme/register'
  expect((await api.app.inject({ url, headers: await api.as('p-C09-yueqing-lg') })).statusCode).toBe(403)
  expect((await api.app.inject({ url, headers: await api.as('p-pd-1') })).statusCode).toBe(200)
})
