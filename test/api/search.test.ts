import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { SearchResponse } from '../../api/contract/search.js'
import { recordLife } from './a-recorded-life.js'
import { anApi, type AnApi } from './an-api.js'
import { signedInAt } from './signed-in.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { paperNames } from '../../domain/words/papers.js'
import { playTo } from '../support/playing.js'

let api: AnApi
let paper = ''

beforeAll(async () => {
  api = await anApi('searching')
  await recordLife(api, { base: playTo(aNominatedBase(), { key: '1.9b' }), after: 0 })
  const [first] = await api.parts.db.selectFrom('document').select('sha256').orderBy('made_seq').execute()
  paper = first?.sha256 ?? ''
}, 120_000)
afterAll(() => api.close())

const found = async (person: string, q: string) =>
  SearchResponse.parse(
    (await api.app.inject({ url: `/search?q=${encodeURIComponent(q)}`, headers: await api.as(person) })).json(),
  )
const bases = async (person: string, q: string) => (await found(person, q)).bases.items.map(({ id }) => id)

test('a base is found by its id said aloud, by its name in either language and by its place', async () => {
  for (const q of ['C09 yueqing', 'YUEQING c09', exampleBase, 'Zhejiang', '浙江', '乐清'])
    expect([q, await bases('p-pm-1', q)]).toEqual([q, [exampleBase]])
  expect(await bases('p-pm-1', 'C09 dali')).toEqual([])
})

test('people are found by those alone who read the directory, in either script', async () => {
  const { people } = await found('p-pm-1', 'p-so-3')
  expect(people.items).toEqual([expect.objectContaining({ id: 'p-so-3', programme: 'gasme' })])
  const name = people.items[0]?.name
  for (const said of [name?.en ?? '', name?.local ?? ''])
    expect((await found('p-pm-1', said)).people.items.map(({ id }) => id)).toContain('p-so-3')
  expect((await found('p-so-1', 'p-so-3')).people.items).toEqual([])
})

test('a paper is found by how its fingerprint begins, and by nobody who may not see it', async () => {
  expect(paper).toHaveLength(64)
  const seen = await found('p-pm-1', paper.slice(0, 10))
  expect(seen.papers.items).toEqual([expect.objectContaining({ sha256: paper, base: exampleBase })])
  expect((await found('p-pm-1', paper.slice(0, 7))).papers.items).toEqual([])
  expect((await found('p-pm-1', '________')).papers.items).toEqual([])
})

test('papers are found by what their kind is called in either language, and a base by the number on its plaque', async () => {
  const [made] = await api.parts.db.selectFrom('document').select('kind').where('sha256', '=', paper).execute()
  const names = Object.values(paperNames[made?.kind ?? 'mou_text'])
  for (const name of names)
    expect((await found('p-pm-1', name)).papers.items.map(({ sha256 }) => sha256)).toContain(paper)
  expect((await found('p-C01-dali-lg', names[0] ?? '')).papers.items).toEqual([])
  expect(await bases('p-pm-1', 'giccb-2027-01')).toEqual([])
  await api.parts.db.updateTable('base').set({ plaque: 'GICCB-2027-01' }).where('id', '=', exampleBase).execute()
  expect(await bases('p-pm-1', 'giccb-2027-01')).toEqual([exampleBase])
})

test('a base that is closed to its reader by an interest is found by nothing (SD5)', async () => {
  await api.parts.db
    .insertInto('interest')
    .values({
      base: exampleBase,
      person: 'p-au-1',
      kind: 'direct',
      declared_seq: 1,
      declared_at: '2026-12-01T00:00:00.000Z',
    })
    .execute()
  const seen = await found('p-au-1', 'yueqing')
  expect([seen.bases.items, (await found('p-au-1', paper)).papers.items]).toEqual([[], []])
})

test('every page has the field, and what was found stands on a page in both languages', async () => {
  const browser = await signedInAt(api.app, 'p-pm-1')
  expect((await browser.ask('/work?lang=en')).body).toMatch(/<form[^>]* action="\/search"/)
  const page = await browser.ask('/search?q=C09+yueqing&lang=en')
  for (const said of [`href="/bases/${exampleBase}"`, 'value="C09 yueqing"']) expect(page.body).toContain(said)
  expect((await browser.ask('/search?q=%E4%B9%90%E6%B8%85&lang=zh-CN')).body).toContain('检索：乐清')
  expect((await browser.ask('/search?q=nothing+of+it&lang=en')).body).toContain('Nothing was found')
  expect((await browser.ask('/search?lang=en')).statusCode).toBe(200)
})
