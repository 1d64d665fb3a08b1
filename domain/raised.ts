import { endOfDay } from './calendar-zone.js'
import { plainDate } from './calendar-date.js'
import type { Calendar } from './calendar.js'
import type { Instant, PersonId } from './ids.js'
import { partnerCalendarId, programmeCalendarId } from './judge/draft.js'
import type { LocalText } from './locale.js'
import type { MatterKind } from './matters.js'
import type { ReasonCode } from './reason-code.js'
import type { Role } from './role.js'
import { matterOf, type BaseState, type StepState } from './state.js'
import type { TextReference } from './values/text-reference.js'
import { defined } from './values/defined.js'
import { raisedInLetter, raisedInWords } from './words/raised.js'

/** What stands behind a step that somebody asked for: in which role, when, for which reason, and until when it is to last. */
export interface Raised {
  readonly matter: MatterKind
  readonly person: PersonId
  readonly role: Role
  readonly at: Instant
  readonly code?: ReasonCode
  /** `YYYY-MM-DD`, the last day, where the place is (8.5). */
  readonly until?: string
  readonly reason?: TextReference
  readonly sentence: LocalText
  /** The same without codes. */
  readonly inLetter: LocalText
}

/** The matter of a step as it was raised; undefined where the stage or the clock asked for the step. */
export const raisedFor = (
  state: BaseState,
  { step, calendars }: { step: Pick<StepState, 'matter'>; calendars: Readonly<Record<string, Calendar>> },
): Raised | undefined => {
  const found = matterOf(state, step)
  if (found?.by === undefined || found.role === undefined) return undefined
  const { matter, by: person, role, raisedAt: at, code, reason, facts } = found
  const here = calendars[partnerCalendarId(state)]
  const there = calendars[programmeCalendarId] ?? here
  const day = facts?.until
  const until =
    day === undefined || here === undefined || there === undefined
      ? undefined
      : { at: endOfDay(here, plainDate(day)), here, there }
  const told = { matter, person, role, at, ...defined({ code, until: day, reason }) }
  const said = { ...told, zone: state.cluster.zone, end: until }
  return { ...told, sentence: raisedInWords(said), inLetter: raisedInLetter(said) }
}
