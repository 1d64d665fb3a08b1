import type { BaseId } from '../ids.js'
import type { ReasonCode } from '../reason-code.js'
import type { Attendance, MinutesExtract, SessionMeeting, SessionPaper } from '../values/session-meeting.js'
import type { TextReference } from '../values/text-reference.js'

/** Moves the day of a session that was convened, and says why: whoever was convened hears of it. */
export interface MoveSession {
  readonly type: 'move_session'
  readonly session: string
  readonly meets: SessionMeeting
  readonly code: ReasonCode
  readonly reason: TextReference
  /** The bases on its agenda, which have to hear of it. */
  readonly bases: readonly BaseId[]
}

/** Notes of a session what was laid before it, who was there from when until when, its minutes, and what they say of one base; each of them as often as there is something new. */
export interface NoteSession {
  readonly type: 'note_session'
  readonly session: string
  readonly papers?: readonly SessionPaper[]
  readonly present?: readonly Attendance[]
  readonly minutes?: TextReference
  readonly extracts?: readonly MinutesExtract[]
}

export type SessionCommand = MoveSession | NoteSession
