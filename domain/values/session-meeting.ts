import type { PlainDate } from '../calendar-date.js'
import type { LocalText } from '../locale.js'

/** How a body meets. */
export const sessionModes = ['in_room', 'by_link', 'in_writing'] as const
export type SessionMode = (typeof sessionModes)[number]
/** What each is called. */
export const sessionModeLabels: Readonly<Record<SessionMode, LocalText>> = {
  in_room: { en: 'In the room', 'zh-CN': '现场' },
  by_link: { en: 'By link', 'zh-CN': '线上' },
  in_writing: { en: 'In writing', 'zh-CN': '书面' },
}

/** On which day a session meets, in New York, and how. */
export interface SessionMeeting {
  readonly on: PlainDate
  readonly mode: SessionMode
}
