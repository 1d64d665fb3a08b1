import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { z } from 'zod'
import { accepted, anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'
import { readOpenCall } from '../../db/reads/open-call.js'
import { openCall, standingBase } from './standing-rows.js'

const File = z.looseObject({
  clusters: z.array(z.looseObject({ id: z.string(), figures: z.array(z.looseObject({})) })),
})
let api: AnApi
let file: z.infer<typeof File>
beforeAll(async () => {
  api = await anApi('nominations of the API')
  file = File.parse(JSON.parse(await readFile('data/clusters.json', 'utf8')))
})
afterAll(() => api.close())
beforeEach(async () => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
  api.door.isUp = true
  await openCall(api, 'call-1')
})

const nominate = async (payload: object, headers?: Readonly<Record<string, string>>) =>
  await api.app.inject({
    method: 'POST',
    url: '/programmes/gasme/bases',
    headers: headers ?? (await api.write('p-pm-1')),
    payload,
  })
const send = async (payload: object | string, headers: Readonly<Record<string, string>> = {}) =>
  await api.app.inject({
    method: 'POST',
    url: '/programmes/gasme/bases/imports',
    headers: { ...(await api.write('p-pm-1')), ...headers },
    payload,
  })
const only = (id: string) => file.clusters.filter((cluster) => cluster.id === id)

test('a nomination begins the workflow of the base with what the record says', async () => {
  const answer = await nominate({ cluster: 'C09-yueqing' })
  expect([answer.statusCode, answer.json()]).toEqual([
    201,
    expect.objectContaining({ base: 'gasme-C09-yueqing-1', head: 2 }),
  ])
  expect(api.door.sent[0]?.parcel).toMatchObject({
    workflow: 'base/gasme-C09-yueqing-1',
    update: 'nominate',
    start: { type: 'cooperationBase', input: { base: 'gasme-C09-yueqing-1' } },
    command: {
      programme: 'gasme',
      call: 'call-1',
      languages: ['zh-CN', 'en'],
      invited: false,
      procedure: 'full',
      rehearsal: false,
      cluster: { cluster: 'C09-yueqing', overlaps: ['C03-wenzhou'], zone: 'Asia/Shanghai' },
    },
  })
})

test('what cannot begin is refused before anything begins', async () => {
  const unknown = await nominate({ cluster: 'C99-nowhere' })
  expect([unknown.statusCode, bodyOf(unknown).code]).toEqual([404, 'not_found'])
  const wrongCall = await nominate({ cluster: 'C01-dali', call: 'call-9' })
  expect([wrongCall.statusCode, bodyOf(wrongCall).code]).toEqual([409, 'call_not_open'])
  expect(bodyOf(wrongCall).detail).toContain('call-1')
  await standingBase(api, { cluster: 'C02-shaoxing', recordHash: 'a'.repeat(64) })
  const second = await nominate({ cluster: 'C02-shaoxing' })
  expect([second.statusCode, bodyOf(second).code]).toEqual([409, 'already_nominated'])
  const nowhere = await api.app.inject({
    method: 'POST',
    url: '/programmes/nowhere/bases',
    headers: await api.write('p-pm-1'),
    payload: { cluster: 'C01-dali' },
  })
  expect([nowhere.statusCode, bodyOf(nowhere).code]).toEqual([404, 'not_found'])
  expect(api.door.sent).toEqual([])
})

test('a repeat of a nomination gives its first answer although the base is there by then', async () => {
  const headers = await api.write('p-pm-1')
  const first = await nominate({ cluster: 'C03-wenzhou' }, headers)
  await standingBase(api, { cluster: 'C03-wenzhou', recordHash: 'a'.repeat(64) })
  expect((await nominate({ cluster: 'C03-wenzhou' }, headers)).body).toBe(first.body)
})

test('a row that stands is unchanged, another record of it differs', async () => {
  const [record] = only('C05-haining')
  await send({ clusters: [record] })
  const [sent] = api.door.sent.filter(({ parcel }) => parcel.workflow.includes('C05'))
  const facts = z.object({ cluster: z.object({ recordHash: z.string() }) }).safeParse(sent?.parcel.command)
  const recordHash = facts.success ? facts.data.cluster.recordHash : ''
  await standingBase(api, { cluster: 'C05-haining', recordHash })
  expect(bodyOf(await send({ clusters: [record] })).rows).toMatchObject([{ result: 'unchanged' }])
  const changed = { ...record, name_en: 'Haining, renamed' }
  expect(bodyOf(await send({ clusters: [changed] })).rows).toMatchObject([
    { result: 'differs', reason: expect.stringContaining('differs') },
  ])
})

test('a cluster whose base is closed says that it is, when and how it is nominated again, and never "unchanged"', async () => {
  const [record] = only('C14-yongkang')
  await standingBase(api, { cluster: 'C14-yongkang', recordHash: 'a'.repeat(64), closed: true })
  const [row] = bodyOf(await send({ clusters: [record] })).rows
  expect(row).toMatchObject({ result: 'closed', base: 'gasme-C14-yongkang-1' })
  expect(row?.['reason']).toMatch(/closed on 4 January 2027.* as "Declined".*again/)
  expect(api.door.sent).toEqual([])
  api.door.answer = () => accepted
  const [anew] = bodyOf(await send({ clusters: [record], again: true })).rows
  expect(anew).toMatchObject({ result: 'created' })
  // Seats are given for one base: nobody holds one for the new base yet.
  expect(anew?.['missingSeats']).toEqual(expect.arrayContaining(['LG', 'AL', 'SA']))
  expect(api.door.sent.map(({ parcel }) => parcel.workflow)).toEqual(['base/gasme-C14-yongkang-2'])
})

test('a cluster that is nominated for the first time says too which seats of its place nobody holds', async () => {
  api.door.answer = () => accepted
  const [record] = only('C11-wendeng')
  const [seated, newcomer] = bodyOf(await send({ clusters: [record, { ...record, id: 'X02-wendeng' }] })).rows
  expect(newcomer).toMatchObject({ result: 'created', missingSeats: expect.arrayContaining(['LG', 'CLO']) })
  // The seats of the sample programme are given with it.
  expect([seated?.['result'], seated?.['missingSeats']]).toEqual(['created', undefined])
})

test('a bad row is refused in words and stops no other one', async () => {
  const [good] = only('C06-humen')
  const [other] = only('C07-shengzhou')
  const { year: _year, ...figure } = z.looseObject({ year: z.unknown() }).parse(other?.figures[0])
  const undatable = { ...other, figures: [figure] }
  const { rows } = bodyOf(await send({ clusters: [undatable, { name: 'nothing' }, 7, good] }))
  expect(rows.map(({ cluster, result }) => [cluster, result])).toEqual([
    ['C07-shengzhou', 'refused'],
    ['#2', 'refused'],
    ['#3', 'refused'],
    ['C06-humen', 'created'],
  ])
  expect(rows[0]?.['reason']).toMatch(/^year of .* is absent; it must be a year/)
})

test('a refused row may be tried again when what stood in its way is gone', async () => {
  const clusters = only('C08-luoshe')
  api.door.answer = () => ({
    kind: 'refused',
    refusal: { code: 'not_your_role', detail: { step: 'nominate', needs: 'PM', have: [] } },
  })
  expect(bodyOf(await send({ clusters })).rows).toMatchObject([{ result: 'refused' }])
  api.door.answer = () => accepted
  expect(bodyOf(await send({ clusters })).rows).toMatchObject([{ result: 'created' }])
})

test('while Temporal is away a file is not taken, and the same file is taken later', async () => {
  const clusters = only('C10-hangji')
  const headers = { 'idempotency-key': randomUUID() }
  api.door.isUp = false
  const away = await send({ clusters }, headers)
  expect([away.statusCode, bodyOf(away).code]).toEqual([503, 'unavailable'])
  api.door.isUp = true
  expect(bodyOf(await send({ clusters }, headers)).rows).toMatchObject([{ result: 'created' }])
})

const csvHeader =
  'id,name_en,name_local,name_local_lang,country,iso_3166_1_alpha2,iso_3166_2,province_or_state,prefecture,county_or_district,' +
  'gb_t_2260_code,government_level,possible_counterpart_government,programme_category,isic_rev4,figure_1,figure_2'
const csvRow = (id: string, figures: string) =>
  `${id},Liushi,柳市,zh,China,CN,CN-ZJ,Zhejiang,Wenzhou,Yueqing,330382,town,Liushi Town,electric,27 28,${figures}`

test('a CSV file is read into the same records', async () => {
  const lines = [
    csvHeader,
    csvRow('X01-liushi', 'enterprises:1200:enterprises:2023:official:Liushi,output:90:CNY billion:null:press:Liushi'),
    csvRow('X02-liushi', 'enterprises:1200:enterprises::official:Liushi,'),
    csvRow('X04-liushi', 'enterprises:many:enterprises:2023:official:Liushi,'),
  ]
  const answer = await send(lines.join('\n'), { 'content-type': 'text/csv' })
  expect(bodyOf(answer).rows).toMatchObject([
    { cluster: 'X01-liushi', result: 'created', undated: ['output (Liushi)'] },
    { cluster: 'X02-liushi', result: 'refused', reason: expect.stringContaining('year of enterprises') },
    {
      cluster: 'X04-liushi',
      result: 'refused',
      reason: expect.stringContaining('value of enterprises (Liushi) is "many"'),
    },
  ])
})

test('a CSV file that cannot be read says why', async () => {
  for (const [body, word] of [
    ['id,name_en\nX,Y', 'lacks the column(s)'],
    [`${csvHeader},colour\n${csvRow('X03', ',')},red`, 'unknown column(s) colour'],
    [`${csvHeader}\n"X`, 'uote'],
  ] as const) {
    const answer = await send(body, { 'content-type': 'text/csv' })
    expect([answer.statusCode, bodyOf(answer).code]).toEqual([400, 'malformed_body'])
    expect(bodyOf(answer).detail).toContain(word)
  }
})

test('a file is taken row by row, and a second time nothing changes', async () => {
  const answer = await send(file)
  expect(answer.statusCode).toBe(200)
  const { rows } = bodyOf(answer)
  expect(rows).toHaveLength(22)
  expect(rows.filter(({ result }) => result === 'created').length).toBeGreaterThan(15)
  expect(rows.find(({ cluster }) => cluster === 'C04-xindu')).toMatchObject({
    result: 'created',
    base: 'gasme-C04-xindu-1',
    missingParts: expect.arrayContaining([1, 14]),
  })
  expect(api.door.sent.every(({ actor }) => actor.channel === 'import')).toBe(true)
  const keys = api.door.sent.map(({ id }) => id)
  api.door.sent.length = 0
  const again = await send(file)
  expect(bodyOf(again).rows.filter(({ result }) => result === 'created')).toHaveLength(
    rows.filter(({ result }) => result === 'created').length,
  )
  expect(api.door.sent).toEqual([])
  expect(new Set(keys).size).toBe(keys.length)
})

test('of two calls that are open it is the one the programme itself takes nominations in', async () => {
  await openCall(api, 'call-2')
  expect(await readOpenCall(api.parts.db, { programme: 'gasme' })).toMatchObject({ call: 'call-1' })
})
