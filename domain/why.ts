import { workingDaysBetween, type Calendar } from './calendar.js'
import { dueDay, instantOf, localDate, millisecondsOf } from './calendar-zone.js'
import type { Instant } from './ids.js'
import type { LocalText } from './locale.js'
import type { Procedure, StepId, StepKey } from './procedure.js'
import type { Role } from './role.js'
import { consequenceOf } from './why-nobody.js'
import * as say from './words/why.js'

/** An open step as the question "why does it wait" needs it; the core's own state and a row of the database both have it. */
export interface WaitingStep {
  readonly id: StepId
  readonly key: StepKey
  readonly role: Role
  readonly standIn?: Role | undefined
  readonly openedAt: Instant
  readonly dueAt: Instant
  readonly seats: number
  /** How many have acted already, where several must. */
  readonly acted: number
  /** How many stepped aside, how many were drawn in their place, and whether it is decided in writing (8.4). */
  readonly recused?: readonly string[] | undefined
  readonly substitutes?: readonly string[] | undefined
  readonly form?: 'written' | undefined
  /** Fewer people may act than the step needs. */
  readonly vacant?: boolean | undefined
  /** Acts on paper that wait for a second person (R16). */
  readonly papers?: readonly unknown[] | undefined
}

/** What the sentence is told from. Names are given only for whoever may see them. */
export interface WhySetting {
  readonly procedure: Procedure
  readonly calendar: Calendar
  readonly now: Instant
  /** An integrity stop holds everything else (E6). */
  readonly frozen?: boolean
  readonly names?: Readonly<Record<keyof LocalText, readonly string[]>>
}

/** Why a base waits at one step, in figures and as one sentence in both languages. */
export interface Why {
  readonly since: Instant
  readonly dueAt: Instant
  /** `YYYY-MM-DD`: due at the end of this day where the acting side is (R4). */
  readonly dueOn: string
  /** Working days of the acting side after today up to the due day; below zero: so many days late. */
  readonly workingDaysLeft: number
  readonly sentence: LocalText
}

/**
 * The one place that says why a base waits: who must act, since when, until when (date and working days left), and what
 * happens if nobody does. The same words for the API, the command line and Temporal's screen, where no name may stand.
 */
export const whyStep = (step: WaitingStep, { procedure, calendar, now, frozen = false, names }: WhySetting): Why => {
  const { openedAt: since, dueAt } = step
  const dueOn = dueDay(calendar, dueAt)
  const workingDaysLeft = daysLeft(calendar, { dueAt, now })
  const definition = procedure.steps[step.key]
  const nobody = definition === undefined ? undefined : consequenceOf(step, { definition, procedure, calendar, now })
  const told = { step, sinceOn: localDate(calendar, since), dueOn, workingDaysLeft, frozen, nobody }
  const none = { en: [], 'zh-CN': [] }
  return { since, dueAt, dueOn, workingDaysLeft, sentence: say.waits({ ...told, names: names ?? none }) }
}

/** Working days left; one that is late counts the days since, and is late from the first moment on. */
const daysLeft = (calendar: Calendar, { dueAt, now }: { dueAt: Instant; now: Instant }): number => {
  if (now < dueAt) return workingDaysBetween(calendar, { from: now, to: dueAt })
  return -Math.max(1, workingDaysBetween(calendar, { from: instantOf(millisecondsOf(dueAt) - 1), to: now }))
}
