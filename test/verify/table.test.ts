import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { verifyReplayed } from '../../cli/evidence/replay.js'
import { cellText, lineOf, readingTable } from '../../verify/table.js'
import { aLedger, evidenceFrom, opened, resealed, verdictOn, yueqing } from './a-ledger.js'

let ledger: Awaited<ReturnType<typeof aLedger>>
let base: ReadonlyMap<string, Buffer>
let rows: readonly string[]
beforeAll(async () => {
  ledger = await aLedger('tables in evidence')
  base = await evidenceFrom(ledger.app)
  rows = (base.get('entries.csv')?.toString('utf8') ?? '').trimEnd().split('\r\n')
})
afterAll(() => ledger.close())

const withTable = (changed: readonly string[] | string) =>
  new Map([
    ...base,
    ['entries.csv', Buffer.from(typeof changed === 'string' ? changed : `${changed.join('\r\n')}\r\n`)],
  ])
const saidOf = (files: ReadonlyMap<string, Buffer>): readonly string[] =>
  verdictOn(files).faults.map(({ check, says }) => `${check}: ${says.en}`)
const without = (at: number) => rows.filter((_, place) => place !== at)

test('the table of a sound file says what its entries say, in as many rows and a head', () => {
  const verdict = verdictOn(withTable(rows))
  expect(verdict.faults).toEqual([])
  expect(rows).toHaveLength((verdict.figures['entries'] ?? 0) + 1)
  expect(rows[0]).toMatch(/^place,stream,seq,.*,hash$/)
})

test('a single changed cell is found in whichever column it stands, and the row, the column and both words are named', () => {
  const columns = rows[0]?.split(',') ?? []
  const [at, cells] = [40, rows[40]?.split(',') ?? []]
  expect(cells).toHaveLength(columns.length)
  const said = columns.map((_, column) => {
    const row = cells.map((cell, place) => (place === column ? `${cell}9` : cell)).join(',')
    return saidOf(withTable(rows.map((one, place) => (place === at ? row : one))))
  })
  expect(said).toEqual(
    columns.map((column, place) => [
      `table: Row 41 of entries.csv, of entry 40 of ${yueqing}, was changed: column ${column} says "${cells[place]}9" and the entry "${cells[place]}".`,
    ]),
  )
})

test('one changed cell in each sixth row is found, each of them', () => {
  const places = Array.from(rows.keys()).filter((at) => at % 6 === 1)
  const missed = places.filter((at) => {
    const others = rows.map((one, place) => (place === at ? one.replace(',', ',x') : one))
    return verdictOn(withTable(others)).first?.seq !== at
  })
  expect(missed).toEqual([])
})

test('a row left out is named by its entry and the row where it belongs, also the first and the last', () => {
  for (const at of [1, 77, rows.length - 1])
    expect(saidOf(withTable(without(at)))).toEqual([
      `table: entries.csv lacks the row of entry ${at} of ${yueqing}: it belongs at row ${at + 1}.`,
    ])
})

test('a row added, doubled or moved is named where it stands', () => {
  const surplus = (row: number, seq: number | string) =>
    `table: Row ${row} of entries.csv (${yueqing} ${seq}) is none that an entry has in this place: it was added, doubled or moved.`
  const doubled = rows.flatMap((row, at) => (at === 20 ? [row, row] : [row]))
  expect(saidOf(withTable(doubled))).toEqual([surplus(22, 20)])
  const added = rows.flatMap((row, at) => (at === 20 ? [row, `-1,${yueqing},x,then`] : [row]))
  expect(saidOf(withTable(added))).toEqual([surplus(22, 'x')])
  const [last = ''] = rows.slice(-1)
  expect(saidOf(withTable([...rows, last]))).toEqual([surplus(rows.length + 1, rows.length - 1)])
  const moved = rows.with(20, rows[21] ?? '').with(21, rows[20] ?? '')
  expect(saidOf(withTable(moved))).toEqual([
    `table: entries.csv lacks the row of entry 20 of ${yueqing}: it belongs at row 21.`,
    surplus(22, 20),
  ])
})

test('a table that was taken away, lost its head, was saved by another program, or is no table, is refused', () => {
  expect(saidOf(new Map([...base].filter(([name]) => name !== 'entries.csv')))).toEqual([
    'table: entries.csv is missing.',
    'manifest: entries.csv is missing from the file.',
  ])
  expect(saidOf(withTable(without(0)))).toEqual([expect.stringContaining('The head of entries.csv (row 1)')])
  expect(saidOf(withTable(`${rows.slice(0, 3).join('\r\n')}\r\n${rows.slice(3).join('\n')}\n`))).toContainEqual(
    expect.stringContaining(`Row 4 of entries.csv, of entry 3 of ${yueqing}, was changed: it has cells or an end`),
  )
  const quoted = rows.map((row, at) => (at === 9 ? row.replace(',', ',"') : row))
  expect(saidOf(withTable(quoted))[0]).toContain('Row 10 of entries.csv, of entry 9')
})

test('when entries themselves lack, the table tells of it once and not of every later row', () => {
  const lines = (base.get('entries.ndjson')?.toString('utf8') ?? '').split('\n')
  const files = new Map([...base, ['entries.ndjson', Buffer.from(lines.toSpliced(30, 1).join('\n'))]])
  expect(saidOf(files).filter((one) => one.startsWith('table'))).toEqual([
    'table: entries.csv does not fit, but with entries lacking or unreadable it cannot be said where.',
  ])
  expect(verdictOn(files).first?.check).toBe('entries')
})

test('a cell that a spreadsheet would run is text, and what parts cells or rows stays inside of one', () => {
  expect(['=1', '+1', '-1', '@x', 'a,b', 'a "b"\nc', '', null, -1].map(cellText)).toEqual([
    "'=1",
    "'+1",
    "'-1",
    "'@x",
    '"a,b"',
    '"a ""b""\nc"',
    '',
    '',
    '-1',
  ])
  const table = readingTable(Buffer.from(`${lineOf(['a,b', 'c\r\nd'])}e,f`))
  expect(table.cells()).toEqual(['"a,b"', '"c\r\nd"'])
  expect(table.passes(lineOf(['a,b', 'c\r\nd']))).toBe(true)
  expect([table.row(), table.cells(), table.passes(lineOf(['e', 'f']))]).toEqual([2, ['e', 'f'], false])
  table.skip()
  expect(table.cells()).toBeUndefined()
})

test('a list of exceptions that holds one too many is refused by the verb, which knows the rules, and not before', () => {
  const list = base.get('exceptions.csv')?.toString('utf8') ?? ''
  const files = new Map([...base, ['exceptions.csv', Buffer.from(`${list}waiver,${yueqing},3,,caps,,,,,\r\n`)]])
  const { faults } = verifyReplayed(opened(resealed(files)), { kept: [], keys: [] })
  expect(faults.map(({ check, says }) => `${check}: ${says.en}`)).toEqual([
    `exceptions: Row 2 of exceptions.csv is no exception that the entries hold there: waiver, ${yueqing}, 3.`,
  ])
  expect(verdictOn(files).sound).toBe(true)
})
