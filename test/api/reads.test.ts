import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { z } from 'zod'
import { buildApi } from '../../api/app.js'
import { connect } from '../../db/connect.js'
import { procedures } from '../../domain/gicc/procedures.js'
import { anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'
import { openStep, standingBase } from './standing-rows.js'

let api: AnApi
let base: string
beforeAll(async () => {
  api = await anApi('reads of the API')
  await standingBase(api, { cluster: 'C01-dali', recordHash: 'a'.repeat(64) })
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  await openStep(api, { base, key: '1.4a', role: 'SO' })
})
afterAll(() => api.close())
beforeEach(() => {
  api.door.isUp = true
})

const get = async (url: string, person = 'p-pm-1') =>
  await api.app.inject({ url, headers: { ...(await api.as(person)), 'accept-language': 'en' } })

test('a list is paged by its own cursor and filtered by the server', async () => {
  const first = bodyOf(await get('/bases?programme=gasme&limit=1'))
  expect(first.items).toMatchObject([{ id: 'gasme-C01-dali-1' }])
  const second = bodyOf(await get(`/bases?programme=gasme&limit=1&after=${String(first['next'])}`))
  expect(second.items).toMatchObject([{ id: base, names: { name: { 'zh-CN': expect.any(String) } } }])
  expect(second['next']).toBeNull()
  expect(bodyOf(await get('/bases?stage=launch')).items).toEqual([])
})

test('a list of bases is filtered by what people look for, put in order, and counted once', async () => {
  const ids = async (query: string, person = 'p-pm-1') =>
    bodyOf(await get(`/bases?programme=gasme&${query}`, person)).items.map(({ id }) => id)
  const all = ['gasme-C01-dali-1', base]
  expect(await ids('sort=name')).toEqual(all)
  expect((await get('/bases?programme=gasme')).json()).toMatchObject({ total: { count: 2, isMore: false } })
  const onwards = bodyOf(await get('/bases?programme=gasme&sort=name&limit=1'))
  expect(await ids(`sort=name&after=${String(onwards['next'])}`)).toEqual([base])
  for (const found of ['q=yueqing', 'q=乐清', 'role=SO', 'dueBefore=2099-02-01T00:00:00.000Z'])
    expect([found, await ids(found)]).toEqual([found, [base]])
  for (const both of ['late=false', 'country=CN', 'category=electric', 'slot=none', 'closed=false', 'province=CN-ZJ'])
    expect([both, await ids(both)]).toEqual([both, all])
  for (const none of [
    'late=true',
    'role=PD',
    'colour=green',
    'slot=held',
    'closed=true',
    'country=VN',
    'holder=p-so-1',
  ])
    expect([none, await ids(none)]).toEqual([none, []])
  expect(await ids('reviewBefore=2099-01-01T00:00:00.000Z')).toEqual([])
  expect(await ids('q=dali', 'p-C09-yueqing-lg')).toEqual([])
  const [{ at, review, category } = {}] = bodyOf(await get('/bases?programme=gasme&q=dali')).items
  expect([at, review, category]).toEqual([{ lat: expect.any(Number), lon: expect.any(Number) }, null, 'electric'])
})

test('bases are counted by the stage they stand in', async () => {
  const counted = z
    .object({ stages: z.array(z.object({ stage: z.string(), bases: z.int(), late: z.int() })), closed: z.int() })
    .parse((await get('/bases/counts?programme=gasme')).json())
  expect([counted.closed, counted.stages[0]]).toEqual([0, { stage: 'nomination', bases: 2, late: 0 }])
  const own = (await get('/bases/counts', 'p-C09-yueqing-lg')).json()
  expect(own).toMatchObject({ stages: [{ stage: 'nomination', bases: 1, longest: null }, {}, {}, {}, {}] })
})

test('a base says where it stands, what it waits for, since when, and that it is late', async () => {
  const answer = await get(`/bases/${base}`)
  expect(answer.json()).toMatchObject({
    id: base,
    stage: 'nomination',
    status: 'nominated',
    awaitsSession: true,
    counts: { steps: 0, decisions: 0, letters: 0 },
    ledger: { entries: 3, head: 'b'.repeat(64) },
    waitsFor: [{ key: '1.4a', role: 'SO', late: false, since: '2027-01-04T09:00:00.000Z' }],
    missingParts: [1, 3],
  })
})

test('a partner sees the base of their own place and no other, by list, by id and by what belongs to it', async () => {
  const partner = 'p-C09-yueqing-lg'
  expect(bodyOf(await get('/bases', partner)).items).toMatchObject([{ id: base }])
  for (const path of ['', '/steps', '/history', '/documents', '/letters']) {
    expect([path, (await get(`/bases/${base}${path}`, partner)).statusCode]).toEqual([path, 200])
    const foreign = await get(`/bases/gasme-C01-dali-1${path}`, partner)
    const missing = await get(`/bases/gasme-C99-nowhere-1${path}`, partner)
    expect([path, foreign.statusCode, bodyOf(foreign).code]).toEqual([path, 404, 'not_found'])
    expect([missing.statusCode, bodyOf(missing).code]).toEqual([404, 'not_found'])
  }
  expect((await get('/clusters?programme=gasme', partner)).statusCode).toBe(403)
})

test('an open step shows who decides what with which options', async () => {
  const { items } = bodyOf(await get(`/bases/${base}/steps?open=true`))
  expect(items).toMatchObject([{ id: '1.4a.1', key: '1.4a', role: 'SO', decides: 'one', closedAt: null, acts: [] }])
  const options = Object.keys(procedures[0]?.steps['1.4a']?.options ?? {})
  const shown = z.array(z.object({ option: z.string(), label: z.object({ en: z.string(), 'zh-CN': z.string() }) }))
  expect(
    shown
      .parse(items[0]?.['options'])
      .map(({ option }) => option)
      .toSorted(),
  ).toEqual(options.toSorted())
  expect(bodyOf(await get(`/bases/${base}/steps?open=false`)).items).toEqual([])
})

test('the inbox holds what waits for the person of the token, and nothing for anybody else', async () => {
  expect(bodyOf(await get('/inbox', 'p-so-1')).items).toMatchObject([{ base, key: '1.4a', programme: 'gasme' }])
  expect(bodyOf(await get('/inbox', 'p-pm-1')).items).toEqual([])
})

test('programmes, calls, clusters and people are listed', async () => {
  expect(bodyOf(await get('/programmes')).items).toMatchObject([{ id: 'gasme', rehearsal: false }])
  expect((await get('/programmes/gasme')).json()).toMatchObject({ id: 'gasme', procedure: 'full' })
  expect((await get('/programmes/nowhere')).statusCode).toBe(404)
  expect((await get('/programmes/gasme/calls')).statusCode).toBe(200)
  expect(bodyOf(await get('/clusters?programme=gasme')).items).toHaveLength(22)
  const { items } = bodyOf(await get(`/people?role=LG&base=${base}`))
  expect(items.map(({ id }) => id)).toContain('p-C09-yueqing-lg')
})

test('a document is given as a file to keep, to whoever may see its base', async () => {
  const bytes = Buffer.from('%PDF-1.7 a paper')
  const { sha256, size } = await api.parts.documents.put(bytes)
  const at = '2027-01-05T09:00:00.000Z'
  const order = { base, id: 'o1', kind: 'dossier_receipt' as const, languages: ['en' as const] }
  await api.parts.db
    .insertInto('document_order')
    .values({ ...order, ordered_seq: 2, ordered_at: at, made_at: at })
    .execute()
  const row = {
    base,
    order_id: 'o1',
    kind: order.kind,
    language: 'en' as const,
    sha256,
    size,
    made_seq: 3,
    made_at: at,
  }
  await api.parts.db.insertInto('document').values(row).execute()
  const answer = await get(`/documents/${sha256}`, 'p-C09-yueqing-lg')
  expect([answer.statusCode, answer.body]).toEqual([200, bytes.toString()])
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${base}-dossier_receipt-en.pdf"`,
    'x-content-type-options': 'nosniff',
  })
  expect((await get(`/documents/${sha256}`, 'p-C01-dali-lg')).statusCode).toBe(404)
  const origin = { base, kindLabel: { en: 'Receipt of the dossier' }, version: 1, versions: 1, isNewest: true }
  expect((await get(`/documents/${sha256}/origin`, 'p-C09-yueqing-lg')).json()).toMatchObject(origin)
  expect((await get(`/documents/${sha256}/origin`, 'p-C01-dali-lg')).statusCode).toBe(404)
  expect((await get(`/documents/${'0'.repeat(64)}`)).statusCode).toBe(404)
  // A recorded paper whose file is gone is told as that, and to nobody else.
  const lost = '1'.repeat(64)
  await api.parts.db
    .insertInto('document')
    .values({ ...row, language: 'zh-CN', sha256: lost })
    .execute()
  const gone = await get(`/documents/${lost}`, 'p-C09-yueqing-lg')
  expect([gone.statusCode, bodyOf(gone).code]).toEqual([410, 'paper_lost'])
  expect(bodyOf(gone).detail).toContain('is recorded, and its file is gone')
  expect((await get(`/documents/${lost}`, 'p-C01-dali-lg')).statusCode).toBe(404)
})

test('health says what answers and what does not, and says the same again for a second', async () => {
  let now = Date.parse('2027-01-05T09:00:00.000Z')
  const app = await buildApi({ ...api.parts, clock: () => new Date(now) })
  const ready = async () => await app.inject('/health/ready')
  expect((await app.inject('/health/live')).statusCode).toBe(200)
  const stuck = { count: 0, ledgerBehind: false }
  const well = {
    status: 'ready',
    postgres: true,
    temporal: true,
    worker: true,
    missing: [],
    stuck,
    uncoveredSince: null,
  }
  expect((await ready()).json()).toEqual(well)
  api.door.isUp = false
  expect((await ready()).json()).toEqual(well)
  now += 2_000
  const down = await ready()
  expect([down.statusCode, down.json()]).toEqual([
    503,
    {
      status: 'not_ready',
      postgres: true,
      temporal: false,
      worker: false,
      missing: ['Temporal', 'a worker in cornerstone', 'a worker in cornerstone-rehearsal'],
      stuck,
      uncoveredSince: null,
    },
  ])
  await app.close()
})

test('where nobody works in the namespace of rehearsals, that is what is missing', async () => {
  const temporal = { ...api.door, hasWorker: async (namespace: string) => namespace === 'cornerstone' }
  const app = await buildApi({ ...api.parts, temporal })
  const answer = await app.inject('/health/ready')
  expect([answer.statusCode, answer.json()]).toMatchObject([
    503,
    { temporal: true, worker: false, missing: ['a worker in cornerstone-rehearsal'] },
  ])
  await app.close()
})

test('pages show names that would be markup as the text they are', async () => {
  const owner = connect(api.ownerUrl, { max: 1 })
  await owner
    .updateTable('cluster')
    .set({ names: JSON.stringify({ en: hostile, 'zh-CN': hostile }) })
    .where('id', '=', 'C01-dali')
    .execute()
  await owner.destroy()
  for (const view of ['list', 'map', 'time', 'reviews']) {
    const { statusCode, body } = await page(`/bases?programme=gasme&view=${view}&lang=en&stage=`)
    expect([view, statusCode, body.includes('<img')]).toEqual([view, 200, false])
    if (view !== 'reviews') expect(body).toContain('&lt;img onerror=&quot;x&quot;&gt; &amp; &#x27;more&#x27;')
  }
  expect((await page('/bases?q=yueqing&lang=en')).body).toContain('One base is found.')
  expect((await page('/bases?late=true&lang=zh-CN')).body).toContain('没有符合条件的基地')
})

const page = async (url: string, person = 'p-pm-1') =>
  await api.app.inject({ url, headers: { ...(await api.as(person)), accept: 'text/html' } })

test('pages of a base are for whom it is there, say what proves it, and find out what a paper is', async () => {
  const history = await page(`/bases/${base}/history?lang=en&kind=&on=2027-03-01`, 'p-au-1')
  expect([history.statusCode, history.body.includes('Download the evidence file')]).toEqual([200, true])
  const ofPlace = await page(`/bases/${base}/history?lang=en`, 'p-C09-yueqing-lg')
  expect([ofPlace.statusCode, ofPlace.body.includes('Download the evidence file')]).toEqual([200, false])
  expect((await page(`/bases/${base}/letters?lang=zh-CN`)).body).toContain('本基地尚无函件')
  for (const part of ['history', 'letters'])
    expect([part, (await page(`/bases/${base}/${part}`, 'p-C01-dali-lg')).statusCode]).toEqual([part, 404])
  const [paper] = await api.parts.db.selectFrom('document').select('sha256').where('language', '=', 'en').execute()
  const ours = await page(`/documents/${String(paper?.sha256)}/origin?lang=en`)
  expect([ours.statusCode, ours.body.includes('This is a paper of the programme.')]).toEqual([200, true])
  const theirs = await page(`/documents/${'0'.repeat(64)}/origin?lang=en`)
  expect([theirs.statusCode, theirs.body.includes('No paper with this fingerprint')]).toEqual([404, true])
  expect((await page('/stuck?lang=en', 'p-C09-yueqing-lg')).statusCode).toBe(403)
  expect((await page('/verify?lang=en')).body).toMatch(/enctype="multipart\/form-data"/i)
})

const name = `<img onerror="x"> & 'more'`
const hostile = { name, place: name, government: name, industry: name }

test('while PostgreSQL is away a person hears so, and to try again', async () => {
  const db = connect('postgres://nobody@127.0.0.1:1/nothing')
  const app = await buildApi({ ...api.parts, db })
  const answer = await app.inject({ url: '/bases', headers: await api.as('p-pm-1') })
  expect([answer.statusCode, bodyOf(answer).code, answer.headers['retry-after']]).toEqual([503, 'unavailable', '5'])
  expect(bodyOf(answer).detail).toContain('PostgreSQL')
  expect((await app.inject('/health/ready')).json()).toMatchObject({ postgres: false })
  await app.close()
  await db.destroy()
})
