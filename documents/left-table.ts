import type { Block } from './sheet.js'

/** A table of words: columns by their heads, each with its share of the width, all begun at the left. */
export const leftTable = (
  columns: readonly (readonly [label: string, width: number])[],
  rows: readonly (readonly string[])[],
): Block => ({ type: 'table', columns: columns.map(([label, width]) => ({ label, align: 'left', width })), rows })
