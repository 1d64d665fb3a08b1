import type { LocalText } from '../locale.js'

/** Where a text stops being JSON, as its reader finds the place in an editor; the end of it where the machine names no place. */
export const jsonPlace = (text: string, error: unknown): LocalText => {
  const [, position] = (error instanceof Error && /position (\d+)/.exec(error.message)) || []
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split('\n')
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1]
  return { en: `line ${line}, column ${column}`, 'zh-CN': `第 ${line} 行第 ${column} 列` }
}
