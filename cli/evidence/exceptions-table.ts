import type { AnyEvent } from '../../domain/event.js'
import { examinedTypes, exceptionRows, exceptionsIn } from '../../domain/exceptions.js'
import type { ExceptionFound } from '../../domain/exceptions.js'
import type { HashedEntry } from '../../verify/entry.js'
import { fault } from '../../verify/fault.js'
import type { Fault } from '../../verify/fault.js'
import { cellText, lineOf, readingTable } from '../../verify/table.js'
import type { Cell } from '../../verify/table.js'
import { sourceOf } from '../../verify/zip.js'
import type { Files } from '../../verify/zip.js'

/**
 * That `exceptions.csv` lists every exception among the entries, as the rules of the programme see them, and nothing else. Sees
 * one entry after another; at the end it names the first row that does not fit.
 */
export const exceptionsTable = (files: Files) => {
  const exceptions: ExceptionFound[] = []
  const visit = ({ stream, seq, occurredAt: at, payload }: HashedEntry): void => {
    if (!isExamined(payload)) return
    try {
      exceptions.push(...exceptionsIn([{ stream, seq, at, event: payload }]))
    } catch {
      // An entry of a form this program does not know is told by the replay.
    }
  }
  return { visit, end: (): readonly Fault[] => firstFault(files, exceptionRows(exceptions)) }
}

/** Whether an entry's payload is of a type that may be an exception; that it is what was recorded, its hash has shown. */
const isExamined = (payload: object): payload is AnyEvent => 'type' in payload && types.has(payload.type)
const types: ReadonlySet<unknown> = new Set(examinedTypes)

function firstFault(files: Files, rows: readonly (readonly Cell[])[]): readonly Fault[] {
  if (!files.names.includes('exceptions.csv')) return [absent]
  const table = readingTable(sourceOf(files, 'exceptions.csv'))
  const place = rows.findIndex((row) => !table.passes(lineOf(row)))
  const [row, at] = [table.cells(), table.row()]
  const wanted = rows[place]
  if (wanted === undefined) return row === undefined ? [] : [surplus(row, at)]
  const isThat = (one: readonly Cell[]): boolean =>
    row !== undefined && named.every((cell) => row[cell] === cellText(one[cell] ?? null))
  if (place === 0 || isThat(wanted)) return [changed({ row: row ?? [], wanted, at, columns: rows[0] ?? [] })]
  return [row === undefined || rows.slice(place).some(isThat) ? missing(wanted, at) : surplus(row, at)]
}

/** By its kind, its base and its entry an exception is told from others. */
const named = [0, 1, 2]

const absent = fault('exceptions', { en: 'exceptions.csv is missing.', 'zh-CN': '缺少 exceptions.csv。' })

const missing = ([kind, base, entry]: readonly Cell[], at: number): Fault =>
  fault('exceptions', {
    at: { stream: `${base}`, seq: Number(entry) },
    en: `exceptions.csv lacks the exception (${kind}) of entry ${entry} of ${base}: it belongs at row ${at}.`,
    'zh-CN': `exceptions.csv 缺少${base}第${entry}条记录的例外（${kind}）：应为第${at}行。`,
  })

const surplus = ([kind = '', base = '', entry = '']: readonly string[], at: number): Fault =>
  fault('exceptions', {
    en: `Row ${at} of exceptions.csv is no exception that the entries hold there: ${kind}, ${base}, ${entry}.`,
    'zh-CN': `exceptions.csv 第${at}行并非记录在此处所含的例外：${kind}，${base}，${entry}。`,
  })

interface Change {
  readonly row: readonly string[]
  readonly wanted: readonly Cell[]
  readonly at: number
  readonly columns: readonly Cell[]
}

const changed = ({ row, wanted, at, columns }: Change): Fault => {
  const own = wanted.map(cellText)
  const cell = own.findIndex((text, place) => row[place] !== text)
  const [column, says, is] = [columns[cell] ?? '', row[cell] ?? '', own[cell] ?? '']
  return fault('exceptions', {
    en: `Row ${at} of exceptions.csv was changed: column ${column} says "${says}" where "${is}" follows from the entries.`,
    'zh-CN': `exceptions.csv 第${at}行已被更改：${column}列为“${says}”，而由记录得出“${is}”。`,
  })
}
