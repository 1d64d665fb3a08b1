import type { ReasonCode } from '../reason-code.js'
import type { By } from '../values/by.js'
import type { Attendance, MinutesExtract, SessionDay, SessionMeeting, SessionPaper } from '../values/session-meeting.js'
import type { TextReference } from '../values/text-reference.js'

/** What became of a session after it was convened, in the ledger of its programme. */
export type SessionEvent =
  | {
      readonly type: 'session_moved'
      readonly session: string
      /** Absent where no day was noted. */
      readonly from?: SessionMeeting
      readonly meets: SessionMeeting
      readonly code: ReasonCode
      readonly reason: TextReference
      readonly by: By
    }
  | {
      readonly type: 'session_noted'
      readonly session: string
      readonly papers?: readonly SessionPaper[]
      readonly present?: readonly Attendance[]
      readonly minutes?: TextReference
      readonly extracts?: readonly MinutesExtract[]
      readonly by: By
    }

/** The same as a base of its agenda heard of it, which tells whoever votes on it. */
export interface MeetingMoved {
  readonly type: 'meeting_moved'
  readonly session: string
  readonly meets: SessionDay
  readonly code: ReasonCode
}
