import type { PlainDate } from '../calendar-date.js'
import type { ProgrammeCommand } from '../command.js'
import type { SessionCommand } from '../commands/sessions.js'
import type { ProgrammeEvent } from '../event.js'
import type { Refusal } from '../refusal.js'
import type { By } from '../values/by.js'
import type { Candidate } from '../values/candidate.js'
import { defined } from '../values/defined.js'
import type { ProgrammeState } from './state.js'

/** A ranked session has a name of its own and at least one base to rank, and meets on no day that has passed (1.10). */
export const judgeSession = (
  state: Pick<ProgrammeState, 'sessions'>,
  { command, by, today }: { command: Extract<ProgrammeCommand, { type: 'convene_session' }>; by: By; today: PlainDate },
): ProgrammeEvent | Refusal => {
  const { session, candidates, meets } = command
  if (state.sessions.includes(session)) return { code: 'session_exists', detail: { session } }
  if (meets !== undefined && meets.on < today)
    return { code: 'session_day_past', detail: { session, on: meets.on, today } }
  return candidates.length === 0
    ? { code: 'no_base_to_rank', detail: { session } }
    : { type: 'session_convened', session, ranking: rankingOf(candidates), ...defined({ meets }), by }
}

/** Best score first; equal scores by the id, so that the order is the same whoever reads it (R9). */
export const rankingOf = (candidates: readonly Candidate[]): readonly Candidate[] =>
  [...candidates].sort((first, second) => second.score - first.score || (first.base < second.base ? -1 : 1))

/** How many names a refusal tells of. */
const namesTold = 10

/** The day of a session is moved while it has not passed, and to none that has, and what there is to note is noted of one that was convened. */
export const judgeConvened = (
  { sessions, meetings = {} }: Pick<ProgrammeState, 'sessions' | 'meetings'>,
  { command, by, today }: { command: SessionCommand; by: By; today: PlainDate },
): ProgrammeEvent | Refusal => {
  const { session } = command
  if (!sessions.includes(session))
    return { code: 'session_unknown', detail: { session, known: sessions.slice(-namesTold) } }
  if (command.type === 'note_session') {
    const { papers, present, minutes, extracts } = command
    return { type: 'session_noted', session, ...defined({ papers, present, minutes, extracts }), by }
  }
  const { meets, code, reason } = command
  const from = meetings[session]
  const past = [from, meets].find((one) => one !== undefined && one.on < today)
  if (past !== undefined) return { code: 'session_day_past', detail: { session, on: past.on, today } }
  return { type: 'session_moved', session, ...defined({ from }), meets, code, reason, by }
}
