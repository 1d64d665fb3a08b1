import type { Calendar } from '../calendar.js'
import { plainDate } from '../calendar-date.js'
import { endOfDay } from '../calendar-zone.js'
import type { Instant } from '../ids.js'
import type { StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { matterOf, openSteps, type BaseState, type StepState } from '../state.js'
import type { Option } from '../values/step-key.js'
import { foundWords } from '../words/found.js'
import { firstOption } from './offers.js'
import { finding } from './support.js'

interface Asked {
  readonly step: StepState
  readonly definition: StepDefinition
  readonly option: Option
  /** Of the side of the place, where the term ends (R4); absent: no day is looked at. */
  readonly calendar: Calendar | undefined
  readonly now: Instant
}

/**
 * 9: while the term runs no renewal is agreed to beside an extraordinary review, whose result comes first. In the grace after it the
 * review goes on beside the next term: else whoever raises one again and again, or works on it slowly, would take the name (R3).
 */
export const reviewOpen = (
  state: BaseState,
  { step, definition, option, calendar, now }: Asked,
): Refusal | undefined => {
  if (definition.supports !== 'green_years' || option !== firstOption(definition)) return undefined
  const beside = openSteps(state).find((open) => matterOf(state, open)?.matter === 'extraordinary_review')
  const { endsOn } = state.facts
  if (beside === undefined) return undefined
  if (calendar !== undefined && endsOn !== undefined && endOfDay(calendar, plainDate(endsOn)) <= now) return undefined
  return finding({ step, option }, { found: foundWords.besideOpen(beside.id), allowed: ['refuse'] })
}
