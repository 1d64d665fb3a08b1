import { dueDay } from '../../domain/calendar-zone.js'
import type { Calendar } from '../../domain/calendar.js'
import { extensionOf } from '../../domain/extension.js'
import { daysInWords } from '../../documents/wording.js'
import { holdsInSilence } from '../../domain/judge/clock.js'
import { dateInWords, type LocalText } from '../../domain/locale.js'
import type { Procedure, StepDefinition } from '../../domain/procedure.js'
import type { BaseState, StepState } from '../../domain/state.js'
import { inEveryLanguage } from '../../activities/wording.js'
import { otherThan } from '../../domain/why-base.js'
import { consequenceOf } from '../../domain/why-nobody.js'
import { daysLeft } from '../../domain/why.js'
import { unansweredInLetter } from '../../domain/words/why.js'
import { defined } from '../../domain/values/defined.js'
import type { MailFacts } from '../../mail/letter.js'
import type { LetterStanding } from './standing.js'

export type StepClock = Pick<MailFacts, 'dueDay' | 'isWorkingDate' | 'isExtensible' | 'left' | 'silence' | 'hold'>

interface Looked extends Pick<LetterStanding, 'calendars' | 'now' | 'state'> {
  readonly step: StepState
  readonly rules: { readonly procedure: Procedure; readonly definition: StepDefinition }
}

/** How much time a step has, and what becomes of it without an act, at the moment of sending. On hold and in a stop no time runs. */
export const stepClock = (looked: Looked): StepClock => {
  const { step, calendars, now, state, rules } = looked
  const calendar = calendars[step.calendar]
  if (calendar === undefined) return {}
  const left = daysLeft(calendar, { dueAt: step.dueAt, now })
  const isStill = state.heldAt !== undefined || state.frozen !== undefined
  const dated = {
    left,
    ...defined({
      dueDay: left < 0 || now >= step.dueAt ? undefined : shortDay(calendar, step.dueAt),
      isWorkingDate: isWorkingDate(rules.definition, calendar) ? (true as const) : undefined,
      isExtensible: extensionOf(rules.procedure, rules.definition) === undefined ? undefined : (true as const),
    }),
  }
  return isStill ? dated : { ...dated, ...withoutAct(looked, calendar) }
}

const withoutAct = (
  { step, calendars, now, state, rules }: Looked,
  calendar: Calendar,
): Pick<StepClock, 'silence' | 'hold'> => {
  const other = otherThan(calendar, calendars)
  const next = consequenceOf(step, { ...rules, calendar, now, ...defined({ other }) })
  const { definition, procedure } = rules
  const rung = procedure.escalation[definition.escalation].find(({ effect }) => effect === 'hold')?.moment
  const after = rung !== undefined && 'days' in rung ? rung.days : undefined
  const holds = holdsInSilence(definition) && after !== undefined
  return {
    silence: unansweredInLetter(next),
    ...defined({
      hold: holds
        ? {
            after: inEveryLanguage((locale) => daysInWords(after, locale)),
            lapses: lapsing(state),
            days: procedure.settings.partnerHoldDays,
            ...defined({ day: next?.does === 'holds' ? next.by : undefined }),
          }
        : undefined,
    }),
  }
}

const lapsing = ({ facts: { slot } }: BaseState): LocalText =>
  slot === undefined
    ? { en: 'this nomination', 'zh-CN': '本次申报' }
    : { en: 'the place kept for you', 'zh-CN': '保留的名额' }

const isWorkingDate = ({ due }: StepDefinition, { weekendsOnly }: Calendar): boolean =>
  'days' in due && due.days.unit === 'wd' && weekendsOnly !== true

/** The day without its year, for a subject. */
const shortDay = (calendar: Calendar, at: string): LocalText => {
  const day = dueDay(calendar, at)
  return { en: dateInWords(day, 'en').replace(/ \d+$/, ''), 'zh-CN': dateInWords(day, 'zh-CN').replace(/^\d+年/, '') }
}
