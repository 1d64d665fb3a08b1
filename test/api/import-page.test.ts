import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { chineseColumns, nominationColumns } from '../../api/imports/csv.js'
import { columnExamples } from '../../api/imports/column-examples.js'
import { aWorkbook } from '../exhibits/a-workbook.js'
import { fieldsOf } from './a-page.js'
import { accepted, anApi, bodyOf, type AnApi } from './an-api.js'
import { send, signedInAt, type Fields } from './signed-in.js'
import { openCall, standingBase } from './standing-rows.js'

let api: AnApi
const url = '/programmes/gasme/import'

beforeAll(async () => {
  api = await anApi('many bases are started on a page')
  await standingBase(api, { cluster: 'X09-running', recordHash: 'a'.repeat(64) })
})
beforeEach(async () => {
  api.door.sent.length = 0
  api.door.answer = () => accepted
  api.door.isUp = true
  await openCall(api, 'call-1')
})
afterAll(() => api.close())

const columns = [...nominationColumns, ...chineseColumns, 'figure_1']
const leftEmpty: readonly string[] = [...chineseColumns, 'figure_1']
const cellsOf = (cells: Fields): readonly string[] =>
  columns.map((name) => cells[name] ?? (leftEmpty.includes(name) ? '' : (columnExamples[name] ?? '')))
const csvOf = (...rows: readonly Fields[]): Buffer =>
  Buffer.from([columns, ...rows.map(cellsOf)].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n'))

const signedIn = async (person = 'p-pm-1') => {
  const browser = await signedInAt(api.app, person)
  const handIn = async (bytes: Buffer, { name = 'places.csv', lang = 'en' } = {}) => {
    const fields = fieldsOf((await browser.ask(`${url}?lang=${lang}`)).body, url)
    const line = (head: string, body: string | Buffer) =>
      Buffer.concat([Buffer.from(`--B1\r\n${head}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')])
    const parts = [
      ...Object.entries(fields).map(([field, value]) => line(`Content-Disposition: form-data; name="${field}"`, value)),
      line(`Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv`, bytes),
      Buffer.from('--B1--\r\n'),
    ]
    const headers = { 'content-type': 'multipart/form-data; boundary=B1' }
    return await browser.ask(url, { method: 'POST', payload: Buffer.concat(parts), headers })
  }
  const begin = (fields: Fields) => send(browser, { page: `${url}/beginnings`, fields })
  return { ...browser, handIn, begin }
}

test('a table is previewed row by row, nothing is sent, and just that file begins, once however often the button is pressed', async () => {
  const manager = await signedIn()
  expect((await manager.ask('/programmes/gasme/start?lang=en')).body).toContain(`href="${url}"`)
  const file = csvOf({ id: 'X01-liushi' }, { id: 'X09-running' }, { id: 'X02-liushi', figure_1: 'a:1:b::official:c' })
  const seen = await manager.handIn(file)
  expect([seen.statusCode, api.door.sent.length]).toEqual([200, 0])
  for (const said of ['gasme-X01-liushi-1', 'would begin', 'differs from what is kept', 'is not taken', 'is absent'])
    expect(seen.body).toContain(said)
  const sha256 = createHash('sha256').update(file).digest('hex')
  expect(seen.body).toContain(sha256)
  expect(await api.parts.db.selectFrom('cluster').select('id').where('id', '=', 'X01-liushi').execute()).toEqual([])
  const fields = fieldsOf(seen.body, `${url}/beginnings`)
  const other = await manager.begin({ ...fields, bytes: csvOf({ id: 'X03-other' }).toString('base64') })
  expect([other.statusCode, other.body.includes(sha256), api.door.sent.length]).toEqual([409, true, 0])
  for (const _ of ['a click', 'and another']) {
    const done = await manager.begin(fields)
    expect([done.statusCode, done.body.includes('href="/bases/gasme-X01-liushi-1"')]).toEqual([200, true])
  }
  expect(api.door.sent.map(({ parcel }) => parcel.workflow)).toEqual(['base/gasme-X01-liushi-1'])
})

test('a workbook is taken as a CSV is; the same cluster twice begins once; what is no table says so in the language of the page', async () => {
  const manager = await signedIn()
  const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const rows = [columns, cellsOf({ id: 'X04-liushi' }), cellsOf({ id: 'X04-liushi' })]
  const book = aWorkbook({ sheets: [{ name: 'Places', cells: rows.map((cells) => cells.map(inline)) }] })
  const seen = await manager.handIn(book, { name: 'places.xlsx' })
  expect([seen.statusCode, seen.body.includes('1 would begin'), seen.body.includes('1 is in already')]).toEqual([
    200,
    true,
    true,
  ])
  const lacking = await manager.handIn(Buffer.from('id,name_en\nX,Y'))
  expect([lacking.statusCode, lacking.body.includes('lacks the column(s) name_local')]).toEqual([422, true])
  const none = await manager.handIn(Buffer.from('%PDF-1.7'))
  expect([none.statusCode, none.body.includes('The table was not taken')]).toEqual([422, true])
  await manager.ask(`${url}?lang=zh-CN`)
  expect((await manager.ask(url)).body).toContain('从表格批量启动基地')
  const template = await manager.ask(`${url}/template.csv`)
  expect(template.body).toBe(`\ufeff${columns.join(',')}\r\n`)
})

test('a row says all that is wrong with it at once, in the language of the page alone, and which categories there are', async () => {
  const manager = await signedIn()
  const bad = {
    id: 'X10-bad',
    programme_category: 'textiles',
    name_en: '',
    gb_t_2260_code: '33',
    iso_3166_2: 'CN-ZZZZ',
  }
  const reason = async (lang: string) => {
    const { body } = await manager.handIn(csvOf({ ...bad, figure_1: 'output:1:CNY:2023:rumour:Yueqing' }), { lang })
    return body
  }
  const chinese = await reason('zh-CN')
  for (const said of [
    'name_en 应为英文名称（目前未填写）',
    '应为六位数字，或留空',
    'textile（纺织）',
    '“output”一行的质量应为',
    'ISO 3166-2',
  ])
    expect(chinese).toContain(said)
  for (const said of ['must be', 'a category of', '的值为']) expect(chinese).not.toContain(said)
  const english = await reason('en')
  for (const said of [
    'name_en is',
    'gb_t_2260_code is',
    'must be one of: textile; garment',
    'source_quality of output',
  ])
    expect(english).toContain(said)
})

test('a wrong first row, and the same id twice in one file, are told as what they are', async () => {
  const manager = await signedIn()
  const { body } = await manager.handIn(Buffer.from('id,name_en\nX,Y'), { lang: 'zh-CN' })
  const said = body.replaceAll(/<script>.*?<\/script>/gs, '')
  expect([said.includes('首行缺少列名：name_local'), said.includes('JSON')]).toEqual([true, false])
  const file = csvOf({ id: 'X11-twice' }, { id: 'X11-twice', name_en: 'Another' })
  const seen = await manager.handIn(file, { lang: 'zh-CN' })
  expect([seen.body.includes('本文件第1行已使用同一编号'), seen.body.includes('与项目现有记录不同')]).toEqual([
    true,
    false,
  ])
})

test('what a cluster is called in Chinese stands in columns, goes to the register before its base begins, and is no part of the record', async () => {
  const manager = await signedIn()
  const names = { chinese_place: '浙江省乐清市', chinese_government: '乐清市人民政府' }
  const half = await manager.handIn(csvOf({ id: 'X12-named', chinese_place: names.chinese_place }), { lang: 'zh-CN' })
  expect(half.body).toContain('chinese_government: 所在地和政府部门的中文名称须一并填写')
  const seen = await manager.handIn(csvOf({ id: 'X12-named', ...names }, { id: 'X13-plain' }))
  await manager.begin(fieldsOf(seen.body, `${url}/beginnings`))
  const sent = api.door.sent.map(({ parcel }) => parcel)
  expect(sent.map(({ workflow }) => workflow)).toEqual([
    'programme/gasme',
    'base/gasme-X12-named-1',
    'base/gasme-X13-plain-1',
  ])
  const entry = { kind: 'names', id: 'X12-named', place: '浙江省乐清市', government: '乐清市人民政府' }
  expect(sent[0]?.command).toEqual({ type: 'add_to_register', entry })
  const [kept] = await api.parts.db.selectFrom('cluster').selectAll().where('id', '=', 'X12-named').execute()
  expect([
    JSON.stringify(kept?.names).includes('乐清市人民政府'),
    JSON.stringify(kept?.record).includes('chinese'),
  ]).toEqual([true, false])
})

test('while Temporal is away the preview stands there again with the file, and the same button begins it later', async () => {
  const manager = await signedIn()
  const seen = await manager.handIn(csvOf({ id: 'X05-liushi' }))
  api.door.isUp = false
  const away = await manager.begin(fieldsOf(seen.body, `${url}/beginnings`))
  expect([away.statusCode, away.body.includes('The table was not taken')]).toEqual([503, true])
  api.door.isUp = true
  const done = await manager.begin(fieldsOf(away.body, `${url}/beginnings`))
  expect([done.statusCode, done.body.includes('has begun')]).toEqual([200, true])
})

test('programs preview by the same judgement, and a file that is another than the one previewed begins nothing', async () => {
  const post = async (path: string, payload: Buffer) =>
    await api.app.inject({
      method: 'POST',
      url: `/programmes/gasme/bases/imports${path}`,
      headers: { ...(await api.write('p-pm-1')), 'content-type': 'text/csv' },
      payload,
    })
  const file = csvOf({ id: 'X06-liushi' })
  const seen = await post('/previews', file)
  const sha256 = createHash('sha256').update(file).digest('hex')
  expect([seen.statusCode, seen.json()]).toEqual([
    200,
    { sha256, rows: [expect.objectContaining({ result: 'ready', base: 'gasme-X06-liushi-1' })] },
  ])
  const other = await post(`?previewed=${sha256}`, csvOf({ id: 'X07-liushi' }))
  expect([other.statusCode, bodyOf(other).code, api.door.sent.length]).toEqual([409, 'import_changed', 0])
  expect(bodyOf(await post(`?previewed=${sha256}`, file)).rows).toMatchObject([{ result: 'created' }])
})

test('nobody but who nominates is shown the page, previews, or begins', async () => {
  const director = await signedIn('p-pd-1')
  expect((await director.ask(url)).statusCode).toBe(403)
  expect((await director.handIn(csvOf({ id: 'X08-liushi' }))).statusCode).toBe(403)
  const mark = fieldsOf((await director.ask('/bases')).body, '/sign-out')
  expect((await director.begin({ ...mark, bytes: csvOf({ id: 'X08-liushi' }).toString('base64') })).statusCode).toBe(
    403,
  )
  const unmarked = await (await signedIn()).begin({ bytes: '' })
  expect(unmarked.statusCode).toBe(403)
  expect(api.door.sent).toEqual([])
})
