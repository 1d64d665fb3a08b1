import {
  factNatures,
  type FactRead,
  type MoneyRead,
  type ReadCell,
  type ReadRow,
  type ReadValues,
} from './read-values.js'
import { isKeyed } from './kinds/kind.js'

/** The columns of one row that were read. */
export type ReadCells = ReadRow['cells']

/** The rows that were read of a table; none where it was not asked. */
export const readRowsIn = (read: ReadValues, table: string): readonly ReadRow[] => {
  const value = read[table]
  return Array.isArray(value) ? value.filter(isRow) : []
}

/** The same without their ids. */
export const rowsIn = (read: ReadValues, table: string): readonly ReadCells[] =>
  readRowsIn(read, table).map(({ cells }) => cells)

const isRow = (value: unknown): value is ReadRow => isKeyed(value) && isKeyed(value['cells'])

/** A figure, where the cell is one. */
export const factIn = (cell: ReadCell | undefined): FactRead | undefined => (isFact(cell) ? cell : undefined)

const isFact = (cell: unknown): cell is FactRead =>
  isKeyed(cell) && typeof cell['value'] === 'number' && factNatures.some((nature) => nature === cell['nature'])

/** An amount with its currency, where the cell is one. */
export const moneyIn = (cell: ReadCell | undefined): MoneyRead | undefined => (isMoney(cell) ? cell : undefined)

const isMoney = (cell: unknown): cell is MoneyRead =>
  isKeyed(cell) && typeof cell['amount'] === 'number' && typeof cell['currency'] === 'string'

/** A number, where it is one; 0 for what is absent. */
export const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** The ids of what was pointed at. */
export const idsIn = (value: unknown): readonly string[] => {
  const ids: readonly unknown[] = Array.isArray(value) ? value : []
  return ids.filter((id) => typeof id === 'string')
}
