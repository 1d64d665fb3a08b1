import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { countedAtMost } from '../../db/reads/bases.js'
import { connect } from '../../db/connect.js'
import { anApi, bodyOf, type AnApi } from './an-api.js'
import { signedInAt } from './signed-in.js'
import { openStep, standingBase } from './standing-rows.js'

let api: AnApi
let yueqing: string
beforeAll(async () => {
  api = await anApi('bases as a table')
  yueqing = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
  await standingBase(api, { cluster: 'C10-hangji', recordHash: 'c'.repeat(64) })
  await openStep(api, { base: yueqing, key: '1.4a', role: 'SO' })
})
afterAll(() => api.close())

const table = async (person: string, query = '') =>
  await api.app.inject({ url: `/bases/table.csv${query}`, headers: await api.as(person) })
const rowsOf = (text: string): readonly Record<string, string>[] => parse(text, { bom: true, columns: true })

test('what is asked for is taken along as a table, a row for each base one sees, and leaves a row in the access log', async () => {
  const all = await table('p-pm-1')
  expect([all.statusCode, all.headers['content-type'], all.body.startsWith('\ufeff')]).toEqual([
    200,
    'text/csv; charset=utf-8',
    true,
  ])
  expect(rowsOf(all.body).map(({ base }) => base)).toEqual([yueqing, 'gasme-C10-hangji-1'])
  expect(rowsOf((await table('p-pm-1', '?role=SO')).body)).toMatchObject([
    { base: yueqing, stage: 'nomination', waits_for: '1.4a.1', roles: 'SO', deadline: '2099-01-18T09:00:00.000Z' },
  ])
  expect(rowsOf((await table('p-C09-yueqing-lg')).body).map(({ base }) => base)).toEqual([yueqing])
  const rows = await api.parts.db
    .selectFrom('access_log')
    .select(['kind', 'person'])
    .where('subject', '=', 'portfolio')
    .execute()
  expect(rows).toContainEqual({ kind: 'exported', person: 'p-pm-1' })
})

test('the page says how many rows the table will have before it is taken, and leads to what the page shows', async () => {
  const browser = await signedInAt(api.app, 'p-pm-1')
  const page = await browser.ask('/bases?role=SO&lang=en')
  expect(page.body).toContain('<a href="/bases/table.csv?role=SO">Take this base along as a table (CSV)</a>')
  expect((await browser.ask('/bases?role=DL')).body).not.toContain('/bases/table.csv')
})

test('stages are counted whichever is chosen, and each leads to as many bases as it counts', async () => {
  const browser = await signedInAt(api.app, 'p-pm-1')
  const countIn = (body: string) => /href="\/bases\?stage=nomination"[^>]*>[^<]*<b>(\d+)<\/b>/.exec(body)?.[1]
  expect(countIn((await browser.ask('/bases?lang=en')).body)).toBe('2')
  expect(countIn((await browser.ask('/bases?stage=memorandum&lang=en')).body)).toBe('2')
  expect((await browser.ask('/bases?stage=nomination&lang=en')).body).toContain('2 bases are found')
})

test('more bases than a table holds are refused, since one that is cut off looks whole', async () => {
  const owner = connect(api.ownerUrl, { max: 1 })
  await sql`create table like_yueqing as select * from base where id = ${yueqing}`.execute(owner)
  await sql`insert into base select (jsonb_populate_record(one, jsonb_build_object('id', 'gasme-X' || no || '-1', 'cluster', 'X' || no))).*
    from like_yueqing one, generate_series(1, ${countedAtMost}) as no`.execute(owner)
  await sql`drop table like_yueqing`.execute(owner)
  await owner.destroy()
  const answer = await table('p-pm-1')
  expect([answer.statusCode, bodyOf(answer).code]).toEqual([422, 'table_too_large'])
  expect((await table('p-pm-1', '?q=yueqing&role=SO')).statusCode).toBe(200)
  const browser = await signedInAt(api.app, 'p-pm-1')
  expect((await browser.ask('/bases?lang=en')).body).toContain('filter them: up to 1000')
})
