import { windowOn } from './source.js'
import type { Source } from './source.js'

/** What a cell of a table holds before it is written. */
export type Cell = string | number | null

/** A row as it stands in a table (RFC 4180): cells parted by commas, each row ended by CR LF. */
export function lineOf(cells: readonly Cell[]): string {
  let line = ''
  for (const cell of cells) line += `${cellText(cell)},`
  return `${line.slice(0, -1)}\r\n`
}

/** A text that a spreadsheet would run as a formula stands behind an apostrophe; what parts cells or rows, in quotes. */
export function cellText(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : `${cell}`
  if (!special.test(cell)) return cell
  const plain = formula.test(cell) ? `'${cell}` : cell
  return parting.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

const special = /^[=+\-@\t]|[",\r\n]/
const formula = /^[=+\-@\t\r]/
const parting = /[",\r\n]/

/**
 * A table read from its top, a row at a time, against rows that somebody else writes anew: as long as they are the same its
 * bytes are only compared, and cells are looked for only where they are not.
 */
export function readingTable(source: Source) {
  const look = windowOn(source)
  let [at, row] = [0, 1]
  // A table has a million rows: each is written into the same bytes.
  let room = Buffer.alloc(4096)
  const moveTo = (end: number): void => {
    at = end
    row += 1
  }
  return {
    /** The number of the row it stands at, as a spreadsheet counts: the head is 1. */
    row: (): number => row,
    /** Passes over the row if it is this line to the last byte. */
    passes: (line: string): boolean => {
      if (line.length * 3 > room.length) room = Buffer.alloc(line.length * 3)
      const length = room.write(line)
      const seen = look(at, length)
      if (seen.length < length || seen.compare(room, 0, length) !== 0) return false
      moveTo(at + length)
      return true
    },
    /** The cells of the row as they are written; undefined at the end. */
    cells: (): readonly string[] | undefined =>
      at < source.length ? cellsIn(rowOf(look(at, longestRow)).toString('utf8')) : undefined,
    skip: (): void => moveTo(at + rowOf(look(at, longestRow)).length),
  }
}

/** The row at the beginning of what is seen. A quote that nothing closes does not swallow the rest of the table. */
function rowOf(seen: Buffer): Buffer {
  let isQuoted = false
  for (const [at, byte] of seen.entries()) {
    if (byte === 0x22) isQuoted = !isQuoted
    if (byte === 0x0a && !isQuoted) return seen.subarray(0, at + 1)
  }
  const end = seen.indexOf(0x0a)
  return end < 0 ? seen : seen.subarray(0, end + 1)
}

/** What is longer is taken in pieces of this length. */
const longestRow = 65_536

const cellsIn = (line: string): readonly string[] =>
  [...`${line.replace(/\r?\n$/, '')},`.matchAll(/("(?:[^"]|"")*"[^,]*|[^,]*),/g)].map(([, cell = '']) => cell)
