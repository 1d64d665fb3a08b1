import type { TableLine, TableSheet } from '../../domain/form/table-file.js'
import { placeInFile, tableFileSays, type TableFileNo } from '../../domain/form/table-file-words.js'
import type { Tag, xmlPart } from '../inspect/xml-part.js'
import { tableLimits } from './limits.js'

/** The sheets of a file with tables, or why it is not taken. */
export type TableFileRead = { readonly sheets: readonly TableSheet[] } | { readonly no: TableFileNo }

/** A file that is not taken, by what stands in a cell of it. */
export class Unfit extends Error {
  constructor(readonly no: TableFileNo) {
    super(no.got.en)
    this.name = 'Unfit'
  }
}

/** A cell as the part of the sheet has it. */
export interface RawCell {
  /** How its value is to be read: a number where nothing is said. */
  readonly type: string
  readonly style: number
  readonly raw: string
  readonly inline: string
  readonly place: { readonly sheet: string; readonly row: number; readonly column: number }
}

/**
 * Reads the cells of a sheet as they come. Throws `Unfit` for formulas, for more than a filled-in table has, and for rows and
 * cells that stand where no program shows them, or where another stands: each program would show something else.
 */
export const sheetReader = (sheet: string, shown: (cell: RawCell) => string) => {
  const rows: TableLine[] = []
  let [row, column, type, style] = [0, -1, 'n', 0]
  let [raw, inline, cells, inValue, inText]: [string, string, string[], boolean, boolean] = ['', '', [], false, false]
  const place = () => ({ sheet, row, column })
  const opened = ({ name, attributes }: Tag): void => {
    if (name === 'row') {
      row = rowAfter({ sheet, row }, attributes['r'])
      ;[cells, column] = [[], -1]
    } else if (name === 'c') {
      column = columnAfter(place(), attributes['r'])
      ;[type, style, raw, inline] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0), '', '']
    } else if (name === 'f') throw new Unfit(tableFileSays.formula(placeInFile(place())))
    else if (name === 'v') inValue = true
    else if (name === 't') inText = true
  }
  const text = (piece: string): void => {
    if (inValue) raw += piece
    if (inText) inline += piece
    if (raw.length + inline.length > tableLimits.cell) throw tooLong(place())
  }
  const closed = (name: string): void => {
    if (name === 'v') inValue = false
    if (name === 't') inText = false
    if (name === 'c') putCell()
    if (name === 'row' && cells.some((cell) => cell !== '')) rows.push({ no: row, cells: filledUp(cells) })
  }
  const putCell = (): void => {
    const cell = raw === '' && inline === '' ? '' : shown({ type, style, raw, inline, place: place() }).trim()
    if (cell === '') return
    if (column >= tableLimits.columns || rows.length >= tableLimits.rows)
      throw new Unfit(tableFileSays.tooMany(placeInFile(place()), tableLimits))
    if (cell.length > tableLimits.cell) throw tooLong(place())
    cells[column] = cell
  }
  const hear: Parameters<typeof xmlPart>[0] = { opened, text, closed }
  return { hear, rows: (): readonly TableLine[] => rows }
}

const tooLong = (place: RawCell['place']): Unfit =>
  new Unfit(tableFileSays.tooLong(placeInFile(place), tableLimits.cell))

/** The last row that programs have. */
const lastRow = 1_048_576

/** The number of the row that comes after another: the one it says, or the next. */
const rowAfter = ({ sheet, row }: Pick<RawCell['place'], 'sheet' | 'row'>, said = String(row + 1)): number => {
  const no = /^[1-9]\d{0,6}$/.test(said) ? Number(said) : undefined
  if (no === undefined || no > lastRow)
    throw new Unfit(tableFileSays.misplaced(placeInFile({ sheet, row: row + 1 }), said))
  if (no <= row) throw new Unfit(tableFileSays.placeTaken(placeInFile({ sheet, row: no })))
  return no
}

/** The column of the cell that comes after another in its row, counted from 0. `C7` is the third one, and of row 7 alone. */
const columnAfter = ({ sheet, row, column }: RawCell['place'], said: string | undefined): number => {
  if (said === undefined) return column + 1
  const [, letters, no] = /^([A-Z]{1,3})(\d+)$/.exec(said) ?? []
  if (letters === undefined || no !== String(row))
    throw new Unfit(tableFileSays.misplaced(placeInFile({ sheet, row, column: column + 1 }), said))
  const found = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  if (found <= column) throw new Unfit(tableFileSays.placeTaken(placeInFile({ sheet, row, column: found })))
  return found
}

const filledUp = (cells: readonly string[]): readonly string[] => Array.from(cells, (cell) => cell ?? '')
