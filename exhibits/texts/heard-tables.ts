/** Gathers the words of a table, which no paragraph of a text has, row by row; one inside of another is a part of it. */
export const heardTables = (tell: (text: string) => void) => {
  let depth = 0
  let rows: string[][] = []
  const opened = (name: string): void => {
    if (name === 'tbl') depth += 1
    if (name === 'tr' && depth === 1) rows.push([])
    if (name === 'tc' && depth === 1) rows.at(-1)?.push('')
  }
  const closed = (name: string): void => {
    if (name !== 'tbl') return
    depth -= 1
    if (depth > 0) return
    const text = rows.map((cells) => cells.join(' | ')).join(' / ')
    if (rows.some((cells) => cells.some((cell) => cell !== ''))) tell(text)
    rows = []
  }
  /** Takes the words of a paragraph in where a table is open; whether it did. */
  const take = (text: string): boolean => {
    const cells = rows.at(-1)
    if (depth === 0 || cells === undefined || cells.length === 0) return false
    cells.push([cells.pop(), text].filter((one) => one !== undefined && one !== '').join(' '))
    return true
  }
  return { opened, closed, take }
}
