import type { PlainDate } from '../calendar-date.js'
import type { BaseId, Instant, PersonId } from '../ids.js'
import { dateInWords, type Locale, type LocalText } from '../locale.js'
import type { TextReference } from './text-reference.js'

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
export interface SessionDay {
  readonly on: PlainDate
  readonly mode: SessionMode
}

/** The same, and where: in words, which stay outside. */
export interface SessionMeeting extends SessionDay {
  readonly place?: TextReference
}

/** What was laid before a session: an exhibit of a base on its agenda. */
export interface SessionPaper {
  readonly base: BaseId
  readonly exhibit: string
}

/** From when until when somebody was there; to its end where nothing else is said. Who left and came back has two. */
export interface Attendance {
  readonly person: PersonId
  readonly from: Instant
  readonly to?: Instant
}

/** What the minutes say of one base of the agenda, for its place: in words of both languages, which stay outside. */
export interface MinutesExtract {
  readonly base: BaseId
  readonly text: Readonly<Record<Locale, TextReference>>
}

/** Whether somebody was there at a moment, as it was noted. */
export const wasThere = (
  attended: readonly Attendance[],
  { person, at }: { readonly person: PersonId; readonly at: Instant },
): boolean => attended.some((one) => one.person === person && one.from <= at && (one.to === undefined || at <= one.to))

/** A day and how, in words: `14 June 2027, by link`. */
export const sessionDayInWords = ({ on, mode }: SessionDay): LocalText => ({
  en: `${dateInWords(on, 'en')}, ${sessionModeLabels[mode].en.toLowerCase()}`,
  'zh-CN': `${dateInWords(on, 'zh-CN')}（${sessionModeLabels[mode]['zh-CN']}）`,
})
