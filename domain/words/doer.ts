import type { LocalText } from '../locale.js'

/** The engine as the one who did it, and what it did it for: the act of an entry, or the time that had come. */
export const engineInWords = (cause: { readonly entry: number | null } | null): LocalText => {
  if (cause === null) return { en: 'the engine, of itself', 'zh-CN': '系统（自动办理）' }
  if (cause.entry === null) return { en: 'the engine, after a command', 'zh-CN': '系统（因一项指令）' }
  return { en: `the engine, because of entry ${cause.entry}`, 'zh-CN': `系统（因第${cause.entry}条记录）` }
}

/** What stands where something is not for the reader's eyes. */
export const notForYou: LocalText = { en: 'withheld', 'zh-CN': '内容不予显示' }
