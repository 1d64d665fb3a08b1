type Cell = string | number | null

/** Rows as a table (RFC 4180) that is safe to open in a spreadsheet. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')

/** A spreadsheet runs what begins like a formula; an apostrophe before it makes it text. */
const cellOf = (value: Cell): string => {
  const text = value === null ? '' : String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
