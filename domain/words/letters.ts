import type { LocalText } from '../locale.js'

/** What became of a letter. */
export const letterStateWords = {
  queued: { en: 'waits to be sent', 'zh-CN': '待发送' },
  sent: { en: 'sent', 'zh-CN': '已发送' },
  failed: { en: 'not sent', 'zh-CN': '未发出' },
  unknown: { en: 'not known whether it arrived', 'zh-CN': '是否送达不明' },
  bounced: { en: 'came back, not delivered', 'zh-CN': '已退回，未送达' },
  not_needed: { en: 'no longer needed', 'zh-CN': '无需发送' },
} as const satisfies Readonly<Record<string, LocalText>>
export type LetterState = keyof typeof letterStateWords

/** Every word for what became of a letter. */
export const letterStates = [
  'queued',
  'sent',
  'failed',
  'unknown',
  'bounced',
  'not_needed',
] as const satisfies readonly LetterState[]
