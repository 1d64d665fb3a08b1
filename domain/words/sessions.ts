import type { LocalText } from '../locale.js'
import type { SessionRow } from '../session-row.js'

/** What a session made of a base. */
export const sessionRowLabels: Readonly<Record<SessionRow['status'], LocalText>> = {
  waiting: { en: 'Waits for its turn', 'zh-CN': '待审议' },
  open: { en: 'Before the body', 'zh-CN': '审议中' },
  decided: { en: 'Decided', 'zh-CN': '已审议' },
  voided: { en: 'Decided, and does not count any more', 'zh-CN': '已审议，决定已失效' },
}
