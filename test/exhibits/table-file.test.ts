import { expect, test } from '@jest/globals'
import type { TableField } from '../../domain/form/field.js'
import { tablesRead } from '../../domain/form/table-file.js'
import { makeWorkbook } from '../../exhibits/tables/make-workbook.js'
import { readTableFile } from '../../exhibits/tables/read-table-file.js'
import { readWorkbook } from '../../exhibits/tables/workbook.js'
import { sourceOf } from '../../exhibits/source.js'
import { tableLimits } from '../../exhibits/tables/limits.js'
import { steps } from '../../domain/gicc/steps.js'
import { aWorkbook, empty, figure, inline, shared } from './a-workbook.js'
import { aDocx } from './files.js'
import { eicar } from '../../exhibits/inspect/needles.js'

const members: TableField = {
  code: 'members',
  kind: 'table',
  label: { en: 'Members', 'zh-CN': '成员' },
  least: 1,
  most: 5,
  columns: [
    { code: 'name', kind: 'text', lines: 'one', most: 20, label: { en: 'Name', 'zh-CN': '姓名' } },
    { code: 'since', kind: 'date', label: { en: 'Since', 'zh-CN': '起始日期' } },
    { code: 'share', kind: 'percentage', label: { en: 'Share', 'zh-CN': '占比' } },
    { code: 'days', kind: 'number', unit: { en: 'days', 'zh-CN': '天' }, label: { en: 'Days', 'zh-CN': '天数' } },
    { code: 'votes', kind: 'yes_no', label: { en: 'Votes', 'zh-CN': '表决' } },
    {
      code: 'side',
      kind: 'choice',
      choices: [
        { code: 'us', label: { en: 'Ours', 'zh-CN': '我方' } },
        { code: 'them', label: { en: 'Theirs', 'zh-CN': '对方' } },
      ],
      label: { en: 'Side', 'zh-CN': '所属方' },
    },
  ],
}
const trips: TableField = {
  code: 'trips',
  kind: 'table',
  label: { en: 'Trips: where, when', 'zh-CN': '行程' },
  most: 3,
  columns: [{ code: 'to', kind: 'text', lines: 'one', most: 20, label: { en: 'To', 'zh-CN': '目的地' } }],
}
const head = ['Name', 'Since', 'Share', 'Days', 'Votes', 'Side'].map(inline)
const lin = [inline('Ms Lin'), figure(46112, 1), figure(0.3, 2), figure(1200), '<c t="b"><v>1</v></c>', inline('我方')]
const sheetOf = (...cells: readonly (readonly string[])[]) => ({ name: 'Members', cells })
const linRead = { id: 'r1', name: 'Ms Lin', since: '2026-03-31', share: 30, days: 1200, votes: true, side: 'us' }

const read = async (bytes: Uint8Array, { tables = [members, trips], file = 'x.xlsx' } = {}) => {
  const found = await readTableFile(bytes)
  return 'no' in found ? found : tablesRead(tables, { file, sheets: found.sheets })
}
const saidOf = async (bytes: Uint8Array, file?: string): Promise<string> => {
  const found = await read(bytes, file === undefined ? {} : { file })
  if (!('no' in found)) throw new Error('it was taken')
  const { got, allowed, todo } = found.no
  return [got, allowed, todo].flatMap((one) => [one.en, one['zh-CN']]).join(' | ')
}

test('a workbook fills the table its sheet is named after, in either language, with what a person sees in its cells', async () => {
  const yu = [
    shared(1),
    figure(46000, 3),
    figure(12.5),
    figure('0.30000000000000004E1'),
    inline('否'),
    inline('THEIRS'),
  ]
  const book = aWorkbook({
    sheets: [{ name: '成员', cells: [[shared(0), ...head.slice(1)], lin, [empty], yu] }],
    strings: ['<t>Na</t><rPh><t>nope</t></rPh><r><t>me</t></r>', '<t xml:space="preserve"> Mr Yu &amp; son </t>'],
  })
  expect(await read(book)).toEqual({
    answers: {
      members: [
        linRead,
        { id: 'r2', name: 'Mr Yu & son', since: '2025-12-09', share: 12.5, days: 3, votes: false, side: 'them' },
      ],
    },
  })
})

test('the same rows come from a CSV with commas, semicolons, or the older encoding of China', async () => {
  const lines = ['name,since,share,days,votes,side', 'Ms Lin,2026-03-31,30%,"1,200",yes,us', '']
  const answers = { answers: { members: [linRead] } }
  for (const text of [lines.join('\n'), `\ufeff${lines.join('\r\n').replaceAll(',', ';').replace('1;200', '1,200')}`])
    expect(await read(Buffer.from(text), { file: 'filled/members.csv' })).toEqual(answers)
  // 姓名,起始日期,占比,天数,表决,所属方 as GBK has it.
  const gbk = Buffer.from('d0d5c3fb2cc6f0cabcc8d5c6da2cd5bcb1c82ccceccafd2cb1edbef62ccbf9caf4b7bd0a', 'hex')
  const row = Buffer.from('Ms Lin,2026-03-31,30,1200,yes,1\n')
  expect(await read(Buffer.concat([gbk, row]), { file: 'members.csv' })).toEqual(answers)
})

test('a workbook that counts its days from 1904 says the same days', async () => {
  const old = [inline('Ms Lin'), figure(46112 - 1462, 1), ...lin.slice(2)]
  expect(await read(aWorkbook({ sheets: [sheetOf(head, old)], countsFrom1904: true }))).toEqual({
    answers: { members: [linRead] },
  })
})

test('what does not fit is named by sheet, row and column in both languages, and nothing is taken', async () => {
  const wrong = [inline('Ms Lin'), inline('soon'), figure(130), inline('many'), empty, inline('Nobody')]
  const said = await saidOf(aWorkbook({ sheets: [sheetOf(head, lin, wrong)] }))
  for (const place of [
    'sheet “Members”, row 3, column B (Since)',
    'sheet “Members”, row 3, column C (Share)',
    '工作表“Members”第3行E列（表决）',
    '工作表“Members”第3行F列（所属方）',
    '5 place(s)',
  ])
    expect(said).toContain(place)
  expect(said).not.toMatch(/soon|Nobody/)
  const many = aWorkbook({ sheets: [sheetOf(head, lin, lin, lin, lin, lin, lin)] })
  expect(await saidOf(many)).toContain('at most 5 rows')
})

test.each<readonly [string, Buffer, RegExp]>([
  [
    'a formula',
    aWorkbook({ sheets: [sheetOf(head, ['<c r="A2"><f>1+1</f><v>2</v></c>'])] }),
    /row 2, column A: a formula/,
  ],
  ['an error', aWorkbook({ sheets: [sheetOf(head, ['<c t="e"><v>#REF!</v></c>'])] }), /row 2, column A: an error/],
  [
    'a column nobody asks',
    aWorkbook({ sheets: [sheetOf([...head, inline('Age')], lin)] }),
    /row 1, column G: no column/,
  ],
  [
    'a column twice',
    aWorkbook({ sheets: [sheetOf([...head, inline('name')], lin)] }),
    /column G: a column that is there/,
  ],
  ['a cell beside', aWorkbook({ sheets: [sheetOf(head, [...lin, inline('x')])] }), /column G: no column/],
  [
    'two sheets for one table',
    aWorkbook({ sheets: [sheetOf(head, lin), { ...sheetOf(head, lin), name: '成员' }] }),
    /two sheets/,
  ],
  [
    'a sheet of no table beside another',
    aWorkbook({ sheets: [sheetOf(head, lin), { ...sheetOf(head, lin), name: 'Notes' }] }),
    /“Notes” bears no name.*the tables Members, Trips where, when/,
  ],
  ['no row', aWorkbook({ sheets: [sheetOf(head)] }), /no row/],
  ['nothing', aWorkbook({ sheets: [sheetOf()] }), /no sheet with rows/],
  ['hidden rows alone', aWorkbook({ sheets: [{ ...sheetOf(head, lin), isHidden: true }] }), /no sheet with rows/],
  ['too wide', aWorkbook({ sheets: [sheetOf(['<c r="ZZ1"><v>1</v></c>'])] }), /more than is read/],
  [
    'too many rows',
    aWorkbook({ sheets: [sheetOf(...Array.from({ length: 2_002 }, () => [figure(1)]))] }),
    /at most 2000 rows/,
  ],
  ['a long cell', aWorkbook({ sheets: [sheetOf([inline('x'.repeat(8_001))])] }), /too long/],
  ['too large', Buffer.alloc(tableLimits.bytes + 1), /at most 1 MB/],
  [
    'a bomb',
    aWorkbook({ sheets: [], more: [{ name: 'xl/x.xml', bytes: Buffer.alloc(17 * 1024 * 1024, ' ') }] }),
    /Unpacked/,
  ],
  [
    'a lie about its size',
    aWorkbook({ sheets: [], more: [{ name: 'xl/x.xml', bytes: Buffer.alloc(4096), claims: 12 }] }),
    /Unpacked|damaged/,
  ],
  ['macros', aWorkbook({ sheets: [], more: [{ name: 'xl/vbaProject.bin', bytes: Buffer.alloc(10) }] }), /macros/],
  [
    'a virus of the tests',
    aWorkbook({ sheets: [], more: [{ name: 'xl/x.xml', bytes: Buffer.from(eicar) }] }),
    /malicious/,
  ],
  [
    'an entity',
    aWorkbook({
      sheets: [],
      more: [{ name: 'xl/styles.xml', bytes: Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') }],
    }),
    /damaged/,
  ],
  [
    'protection',
    aWorkbook({ sheets: [], more: [{ name: 'xl/x.xml', bytes: Buffer.alloc(9), isEncrypted: true }] }),
    /password/,
  ],
  ['a letter', aDocx(), /no table/],
  ['half of a file', aWorkbook({ sheets: [sheetOf(head, lin)] }).subarray(0, 900), /damaged|no table/],
  ['nothing at all', Buffer.alloc(0), /empty/],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /no table|damaged/],
])('%s is not read', async (_, bytes, says) => {
  const said = await saidOf(bytes)
  expect(said).toMatch(says)
  expect(said).toMatch(/[\u4e00-\u9fff]/)
})

const at = (address: string): string => `<c r="${address}"><v>1</v></c>`
const numbered = (...rowNames: readonly string[]) => aWorkbook({ sheets: [{ ...sheetOf(head, lin, lin), rowNames }] })

test.each<readonly [string, Buffer, RegExp]>([
  ['before the first', numbered('1', '-5'), /sheet “Members”, row 2: the file says “-5”.*工作表“Members”第2行/],
  ['of no number', numbered('1', '3', 'abc'), /sheet “Members”, row 4: the file says “abc”/],
  ['in another writing', numbered('1', '0x2'), /row 2: the file says “0x2”/],
  ['after the last', numbered('1', '1048577'), /row 2: the file says “1048577”/],
  ['there already', numbered('1', '2', '2'), /sheet “Members”, row 2: it stands there twice/],
  ['before another', numbered('2', '1'), /sheet “Members”, row 1: it stands there twice, or not in its order/],
])('a row %s is refused by its place', async (_, bytes, says) => {
  expect(await saidOf(bytes)).toMatch(says)
})

test.each<readonly [string, readonly string[], RegExp]>([
  [
    'there already',
    [at('A2'), at('B2'), at('B2')],
    /sheet “Members”, row 2, column B: it stands there twice.*第2行B列/,
  ],
  ['before another', [at('B2'), at('A2')], /sheet “Members”, row 2, column A: it stands there twice/],
  ['of another row', [at('A2'), at('B3')], /sheet “Members”, row 2, column B: the file says “B3”/],
  ['of no address', [at('A2'), at('abc')], /sheet “Members”, row 2, column B: the file says “abc”/],
])('a cell %s is refused by its place', async (_, cells, says) => {
  expect(await saidOf(aWorkbook({ sheets: [sheetOf(head, cells)] }))).toMatch(says)
})

test('rows and cells may be left out, with or without their places', async () => {
  const apart = [at('B4'), '<c><v>2</v></c>', at('E4')]
  const found = await readTableFile(aWorkbook({ sheets: [{ ...sheetOf([at('A1')], apart), rowNames: ['1', '4'] }] }))
  const rows = [
    { no: 1, cells: ['1'] },
    { no: 4, cells: ['', '1', '2', '', '1'] },
  ]
  expect(found).toEqual({ sheets: [{ name: 'Members', rows }] })
})

test('a part that several sheets name is unpacked once: the workbook is refused, and taken where each has its own', async () => {
  const sheets = [sheetOf(head, lin), { ...sheetOf(head), name: 'Trips where, when' }]
  const [own, same] = [sheets, sheets.map((sheet) => ({ ...sheet, partOf: 1 }))]
  expect(await saidOf(aWorkbook({ sheets: same }))).toMatch(/sheet “Trips where, when”: a part .* named twice/)
  expect(await readTableFile(aWorkbook({ sheets: own }))).toHaveProperty('sheets')
})

test('the sheets of a workbook together are unpacked no further than a filled-in table goes', async () => {
  const wide = ' '.repeat(tableLimits.unpacked / 2)
  const read = async (sheets: number) =>
    await readWorkbook(sourceOf(aWorkbook({ sheets: Array.from({ length: sheets }, () => sheetOf(head, [wide])) })))
  expect(await read(1)).toHaveProperty('sheets')
  expect(await read(2)).toMatchObject({ no: { got: { en: expect.stringContaining('Unpacked') } } })
})

test('a broken CSV is told by its line', async () => {
  expect(await saidOf(Buffer.from('name,since\n"Ms Lin,2026\n'), 'members.csv')).toMatch(/line \d: quotes/)
})

test('the empty workbook of each form is read as what it is: names of columns, and nothing filled in', async () => {
  const tablesOf = (fields: readonly { readonly kind: string }[]) =>
    fields.filter((field): field is TableField => field.kind === 'table')
  const all = Object.values(steps)
    .map(({ form }) => tablesOf(form?.fields ?? []))
    .filter((tables) => tables.length > 0)
  expect(all.length).toBeGreaterThan(20)
  for (const tables of all)
    for (const locale of ['en', 'zh-CN'] as const) {
      const found = await readTableFile(makeWorkbook(tables, { locale, at: new Date('2026-12-01T00:00:00Z') }))
      if ('no' in found) throw new Error(found.no.got.en)
      expect(new Set(found.sheets.map(({ name }) => name.toLowerCase())).size).toBe(tables.length + 1)
      const heads = found.sheets.slice(0, -1).map(({ rows }) => rows[0]?.cells)
      expect(heads).toEqual(tables.map(({ columns }) => columns.map(({ label }) => label[locale])))
      const read = tablesRead(tables, { file: 'x.xlsx', sheets: found.sheets })
      expect('no' in read && read.no.got.en).toMatch(/no row|do not fit/)
    }
})
