import type { Visit } from './check-entries.js'
import { textOf } from './entry.js'
import type { HashedEntry } from './entry.js'
import { fault } from './fault.js'
import type { Fault, Said } from './fault.js'
import { linesOf, windowOn } from './source.js'
import type { Source } from './source.js'
import { cellText, lineOf, readingTable } from './table.js'
import type { Cell } from './table.js'
import { sourceOf } from './zip.js'
import type { Files } from './zip.js'

/** The columns of `entries.csv`, in their order. */
const columns = [
  'place',
  'stream',
  'seq',
  'occurred_at',
  'recorded_at',
  'effective_on',
  'type',
  'step',
  'option',
  'code',
  'person',
  'role',
  'on_behalf_of',
  'channel',
  'rules',
  'command',
  'hash',
]

/** After so many bad rows the others would tell nothing new. */
const enough = 20

/**
 * That `entries.csv`, which is what people open first, says row by row what the entries say: none changed, left out, added
 * or moved. Sees one entry after another, in the order of the log; what it found comes at the end.
 */
export function entriesTable(files: Files, found: (fault: Fault) => void) {
  const isAbsent = !files.names.includes('entries.csv')
  const table = readingTable(sourceOf(files, 'entries.csv'))
  const places = placesIn(sourceOf(files, 'tree.txt'))
  const faults: Fault[] = isAbsent ? [absent] : []
  let [isLost, isOut] = [isAbsent, false]
  if (!isLost && !table.passes(lineOf(columns))) {
    isLost = true
    faults.push(isResaved(sourceOf(files, 'entries.csv')) ? resaved : otherHead)
  }
  const isOver = (): boolean => isLost || faults.length >= enough
  const visit: Visit = (entry) => {
    const place = places.next().value
    isOut ||= place === undefined
    if (isOver()) return
    const wanted = rowOf(entry, place ?? null)
    if (!table.passes(lineOf(wanted))) faults.push(...faultsAt(table, { entry, wanted }))
  }
  const end = (): void => {
    isOut ||= places.next().done !== true
    for (let row = table.cells(); row !== undefined && !isOver(); row = table.cells()) {
      faults.push(surplus(row, table.row()))
      table.skip()
    }
    const isBlurred = isOut && !isLost && faults.length > 0
    for (const one of isBlurred ? [notCompared] : faults.slice(0, enough)) found(one)
  }
  return { visit, end }
}

const rowOf = (entry: HashedEntry, place: number | null): readonly Cell[] => {
  const { payload } = entry
  const [step, option, code] = [textOf(payload, 'step'), textOf(payload, 'option'), textOf(payload, 'code')]
  // prettier-ignore
  return [
    place, entry.stream, entry.seq, entry.occurredAt, entry.recordedAt, entry.effectiveOn, entry.type, step, option, code,
    entry.actor, entry.role, entry.onBehalfOf, entry.channel, entry.rulesVersion, entry.commandId, entry.hash,
  ]
}

/** The columns by any of which a row is known to be that of an entry: its place, its stream and number, or its hash. */
const identities: readonly (readonly number[])[] = [[0], [1, 2], [16]]

const isOwnOf = (row: readonly string[], wanted: readonly Cell[]): boolean =>
  identities.some((some) => some.every((at) => row[at] === cellText(wanted[at] ?? null)))

/**
 * What is wrong where the table does not go on with the row that is wanted: rows of no entry, until the wanted one comes,
 * changed or not, or a later one stands in its place.
 */
function faultsAt(table: Table, { entry, wanted }: { entry: HashedEntry; wanted: readonly Cell[] }): readonly Fault[] {
  const faults: Fault[] = []
  while (faults.length < enough) {
    const [row, at] = [table.cells(), table.row()]
    const isOwn = row !== undefined && isOwnOf(row, wanted)
    if (row === undefined || (!isOwn && Number(row[0]) > Number(wanted[0]))) return [...faults, missing(entry, at)]
    table.skip()
    if (isOwn) return [...faults, changed({ entry, at, ...differenceIn(row, wanted) })]
    faults.push(surplus(row, at))
    if (table.passes(lineOf(wanted))) return faults
  }
  return faults
}

type Table = ReturnType<typeof readingTable>

/** The places of the told entries in the log, by `tree.txt`. */
function* placesIn(tree: Source): Generator<number, undefined> {
  let place = 0
  for (const line of linesOf(tree)) {
    const [kind, number] = line.split(' ', 2)
    if (kind === 'g') place += 2 ** Number(number)
    for (let left = kind === 'e' ? Number(number) : 0; left > 0; left -= 1) yield place++
  }
}

/** The first column in which a row says something else, with both. */
function differenceIn(row: readonly string[], wanted: readonly Cell[]): Difference {
  const own = wanted.map(cellText)
  const at = own.findIndex((text, place) => row[place] !== text)
  return { column: columns[at], says: row[at] ?? '', entrySays: own[at] ?? '' }
}

interface Difference {
  /** Undefined where all cells are right, and only what parts or follows them is not. */
  readonly column: string | undefined
  readonly says: string
  readonly entrySays: string
}

const absent: Fault = fault('table', { en: 'entries.csv is missing.', 'zh-CN': '缺少 entries.csv。' })

const otherHead: Fault = fault('table', {
  en: 'The head of entries.csv (row 1) does not name the columns of the table; what stands below it was not compared.',
  'zh-CN': 'entries.csv 的表头（第1行）并非该表的列名；其下内容未予比对。',
})

/** Whether the head names the columns, and only the ends of lines or a byte-order mark before it are not ours. */
const isResaved = (source: Source): boolean => {
  const [head = ''] = Buffer.from(windowOn(source)(0, 1024)).toString('utf8').split('\n', 1)
  return head.replace(/^\uFEFF/, '').trimEnd() === lineOf(columns).trimEnd()
}

const resaved: Fault = fault('table', {
  en: 'The bytes of entries.csv were changed: it begins with a mark of its encoding, or its rows end otherwise than in CR LF, as an editor or a spreadsheet saves it. Its rows were not compared; ask for the file anew.',
  'zh-CN':
    'entries.csv 的字节被更改：开头带有编码标记，或行尾不是 CR LF，编辑器或电子表格另存会造成此情形。其各行未予比对；请重新索取文件。',
})

/** Where entries lack or cannot be read, no later row is in its place; of the entries themselves that is told. */
const notCompared: Fault = fault('table', {
  en: 'entries.csv does not fit, but with entries lacking or unreadable it cannot be said where.',
  'zh-CN': 'entries.csv 不相符；因有记录缺失或不可读，无法指明位置。',
})

const missing = ({ stream, seq }: HashedEntry, row: number): Fault =>
  fault('table', {
    at: { stream, seq },
    en: `entries.csv lacks the row of entry ${seq} of ${stream}: it belongs at row ${row}.`,
    'zh-CN': `entries.csv 缺少${stream}第${seq}条记录所在行：应为第${row}行。`,
  })

const surplus = (cells: readonly string[], row: number): Fault => {
  const names = `${shown(cells[1] ?? '')} ${shown(cells[2] ?? '')}`
  return fault('table', {
    en: `Row ${row} of entries.csv (${names}) is none that an entry has in this place: it was added, doubled or moved.`,
    'zh-CN': `entries.csv 第${row}行（${names}）不对应此处的任何记录：系添加、重复或移位。`,
  })
}

const changed = ({ entry, at, ...difference }: Difference & { entry: HashedEntry; at: number }): Fault => {
  const { stream, seq } = entry
  const says = differently(difference)
  return fault('table', {
    at: { stream, seq },
    en: `Row ${at} of entries.csv, of entry ${seq} of ${stream}, was changed: ${says.en}.`,
    'zh-CN': `entries.csv 第${at}行（${stream}第${seq}条记录）已被更改：${says['zh-CN']}。`,
  })
}

const differently = ({ column, says, entrySays }: Difference): Said =>
  column === undefined
    ? { en: 'it has cells or an end that no row has', 'zh-CN': '单元格数目或行尾与各行不同' }
    : {
        en: `column ${column} says "${shown(says)}" and the entry "${shown(entrySays)}"`,
        'zh-CN': `${column}列为“${shown(says)}”，而记录为“${shown(entrySays)}”`,
      }

/** Not a whole page of somebody's making. */
const shown = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text)
