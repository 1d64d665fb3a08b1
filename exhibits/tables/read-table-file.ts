import { parse } from 'csv-parse/sync'
import { exhibitLimits, type ExhibitLimits } from '../../domain/exhibits/media.js'
import { fileVerdicts } from '../../domain/exhibits/verdicts.js'
import { placeInFile, tableFileSays, type TableFileNo } from '../../domain/form/table-file-words.js'
import type { TableLine } from '../../domain/form/table-file.js'
import { inspect } from '../inspect/inspect.js'
import { isZip } from '../inspect/needles.js'
import { sourceOf } from '../source.js'
import { tableLimits } from './limits.js'
import type { TableFileRead } from './sheet-reader.js'
import { readWorkbook } from './workbook.js'

const mebibyte = 1024 * 1024

/** A filled-in table is small, however far it is packed. */
const limits: ExhibitLimits = {
  ...exhibitLimits,
  file: tableLimits.bytes,
  video: tableLimits.bytes,
  entries: tableLimits.parts,
  unpacked: tableLimits.unpacked,
  depth: 0,
}

/**
 * What stands in the cells of an xlsx or csv, by the content of the file and never by its name. Refuses what is neither, what
 * is larger than a filled-in table, whatever an exhibit is refused for, and formulas: what they show hangs on who opens them.
 */
export const readTableFile = async (bytes: Uint8Array): Promise<TableFileRead> => {
  if (bytes.byteLength > tableLimits.bytes) return { no: tableFileSays.tooLarge(tableLimits.bytes / mebibyte) }
  if (bytes.byteLength === 0) return { no: tableFileSays.found(fileVerdicts.empty) }
  const source = sourceOf(bytes)
  if (!isZip(bytes)) return readCsv(bytes) ?? (await refusedAs(bytes))
  const found = await inspect(source, limits)
  if (!found.ok) return { no: noFor(found.verdict) }
  if (!found.media.endsWith('spreadsheetml.sheet')) return { no: tableFileSays.noTableFile() }
  return await readWorkbook(source)
}

const noFor = (verdict: keyof typeof fileVerdicts): TableFileNo =>
  verdict === 'wrong_type' || verdict === 'archive'
    ? tableFileSays.noTableFile()
    : tableFileSays.found(fileVerdicts[verdict])

/** What is no text: a protected workbook and an old one say so, everything else is no table. */
const refusedAs = async (bytes: Uint8Array): Promise<TableFileRead> => {
  const found = await inspect(sourceOf(bytes), limits)
  return { no: found.ok ? tableFileSays.noTableFile() : noFor(found.verdict) }
}

/** Text as programs write tables in: in China some still write their older encoding. */
const decoded = (bytes: Uint8Array): string | undefined => {
  for (const encoding of ['utf-8', 'gb18030'] as const)
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  return undefined
}

// eslint-disable-next-line no-control-regex -- these are what no text holds
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/

/** Undefined where it is no text, or another kind of file in text. */
const readCsv = (bytes: Uint8Array): TableFileRead | undefined => {
  const text = decoded(bytes)
  if (text === undefined || unprintable.test(text) || /^\s*(<|%PDF|\{|#!)/.test(text)) return undefined
  try {
    const lines: TableLine[] = []
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: tableLimits.rows + 1,
      on_record: (cells: string[], { lines: no }) => {
        lines.push({ no, cells })
        return cells
      },
    })
    return (
      tooMuch(lines) ?? { sheets: [{ name: '', rows: lines.filter(({ cells }) => cells.some((cell) => cell !== '')) }] }
    )
  } catch (error) {
    const line = /line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    return { no: tableFileSays.unreadableCsv(Number(line ?? '1')) }
  }
}

const delimiterOf = (text: string): string => {
  const [head = ''] = text.split(/\r?\n/)
  const count = (sign: string): number => head.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

const tooMuch = (lines: readonly TableLine[]): TableFileRead | undefined => {
  const { cell: most, columns } = tableLimits
  const wide = lines.find(({ cells }) => cells.length > columns)
  if (lines.length > tableLimits.rows || wide !== undefined)
    return { no: tableFileSays.tooMany(placeInFile({ sheet: '', row: wide?.no }), tableLimits) }
  const long = lines.find(({ cells }) => cells.some((cell) => cell.length > most))
  const column = long?.cells.findIndex((cell) => cell.length > most)
  return long && { no: tableFileSays.tooLong(placeInFile({ sheet: '', row: long.no, column }), most) }
}
