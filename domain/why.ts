import { workingDaysBetween, type Calendar } from './calendar.js'
import { dueDay, instantOf, localDate, millisecondsOf } from './calendar-zone.js'
import type { Instant } from './ids.js'
import type { LocalText } from './locale.js'
import type { Procedure } from './procedure.js'
import { consequenceOf } from './why-nobody.js'
import { endInWords } from './words/hours.js'
import * as say from './words/why.js'
import type { WaitingStep } from './waiting-step.js'

/** What the sentence is told from. Names are given only for whoever may see them. */
export interface WhySetting {
  readonly procedure: Procedure
  readonly calendar: Calendar
  /** Of the side that does not act, where it is at hand: hours are said where both are. */
  readonly other?: Calendar
  readonly now: Instant
  /** An integrity stop holds everything else (E6). */
  readonly frozen?: boolean
  /** Who asked for the step, why and until when, where somebody did. */
  readonly raised?: LocalText
  readonly names?: Readonly<Record<keyof LocalText, readonly string[]>>
}

/** Why a base waits at one step, in figures and as one sentence in both languages. */
export interface Why {
  readonly since: Instant
  readonly dueAt: Instant
  /** `YYYY-MM-DD`: due at the end of this day where the acting side is (R4). */
  readonly dueOn: string
  /** The moment in words, with the hour where either side is. */
  readonly dueBy: LocalText
  /** Working days of the acting side after today up to the due day; below zero: so many days late. */
  readonly workingDaysLeft: number
  readonly sentence: LocalText
}

/**
 * The one place that says why a base waits: who must act, since when, until when (date and working days left), and what
 * happens if nobody does. The same words for the API, the command line and Temporal's screen, where no name may stand.
 */
export const whyStep = (
  step: WaitingStep,
  { procedure, calendar, other = calendar, now, frozen = false, raised, names }: WhySetting,
): Why => {
  const { openedAt: since, dueAt } = step
  const dueOn = dueDay(calendar, dueAt)
  const workingDaysLeft = daysLeft(calendar, { dueAt, now })
  const definition = procedure.steps[step.key]
  const nobody =
    definition === undefined ? undefined : consequenceOf(step, { definition, procedure, calendar, other, now })
  const dueBy = endInWords(dueAt, { here: calendar, there: other })
  const days = { dueBy, workingDaysLeft, weekendsOnly: calendar.weekendsOnly ?? false }
  const told = { step, sinceOn: localDate(calendar, since), ...days, frozen, nobody }
  const none = { en: [], 'zh-CN': [] }
  const waits =
    definition?.decides.by === 'clock'
      ? say.comes({ step, option: definition.decides.option, dueBy, frozen })
      : say.waits({ ...told, names: names ?? none })
  return {
    since,
    dueAt,
    dueOn,
    dueBy,
    workingDaysLeft,
    sentence: raised === undefined ? waits : say.both(waits, raised),
  }
}

/** Working days left; one that is late counts the days since, and is late from the first moment on. */
export const daysLeft = (calendar: Calendar, { dueAt, now }: { dueAt: Instant; now: Instant }): number => {
  if (now < dueAt) return workingDaysBetween(calendar, { from: now, to: dueAt })
  return -Math.max(1, workingDaysBetween(calendar, { from: instantOf(millisecondsOf(dueAt) - 1), to: now }))
}
