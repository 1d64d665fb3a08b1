import { addMonths } from '../calendar-date.js'
import { localDate, startOfDay } from '../calendar-zone.js'
import type { Instant, PersonId } from '../ids.js'
import { canMove, isFinal, statusFor } from '../lifecycle.js'
import { hasMatter } from '../meanings.js'
import type { StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { nextMatterNo } from '../matters-beside.js'
import { isBy, type BaseState, type StepState } from '../state.js'
import { defined } from '../values/defined.js'
import type { Option } from '../values/step-key.js'
import { add, calendarOf, type Draft, type Rules } from './draft.js'

interface Screened {
  readonly step: StepState
  readonly definition: StepDefinition | undefined
  readonly option: Option
}

/** What a screening came to, where the procedure says that the outcome is one; a bar found later stops the base (1.6, E6). */
export const noteScreening = (draft: Draft, { step, definition, option }: Screened): Draft => {
  const verdict = definition?.screens?.[option]
  if (verdict === undefined) return draft
  const next = verdict === 'barred' ? undefined : nextScreening(draft)
  const noted = add(draft, { type: 'subjects_screened', step: step.id, key: step.key, verdict, ...defined({ next }) })
  return verdict === 'barred' && definition?.matter !== undefined ? stopFor(noted, step) : noted
}

/** So many months after the day on which it ended, by the days of the programme: its officer has to act. */
const nextScreening = (draft: Draft): Instant | undefined => {
  const { screeningMonths: months } = draft.rules.procedure.settings
  if (months === undefined) return undefined
  const calendar = calendarOf(draft, 'programme')
  return startOfDay(calendar, addMonths(localDate(calendar, draft.moment.now), months))
}

/** Whether an outcome found something of whoever was screened: a match, or a bar (SD2). */
const hasFound = ({ outcome }: StepState, definition: StepDefinition | undefined): boolean => {
  const verdict = outcome === undefined ? undefined : definition?.screens?.[outcome.option]
  return verdict === 'open_hit' || verdict === 'barred'
}

interface Finding {
  readonly step: StepState
  readonly definition: StepDefinition | undefined
  readonly person: PersonId
}

/** What one officer found another examines: so whoever found it does not take it back alone (SD2). */
export const foundByThem = ({ step, definition, person }: Finding): Refusal | undefined =>
  hasFound(step, definition) && step.acts.some((act) => isBy(act, person)) ? secondNeeded(step) : undefined

/**
 * Where it was taken back, or fell with what it rested on, the next to look is not whoever found it: else one officer would find
 * nothing after all (SD2). What two people voided as a mistake (R17) is for the same to enter rightly.
 */
export const foundBefore = (state: BaseState, { step, ...by }: Finding): Refusal | undefined => {
  const isFound = Object.values(state.stage?.steps ?? {}).some(
    (one) =>
      one.key === step.key &&
      one.matter === step.matter &&
      (one.voided === 'revoked' || one.voided === 'inputs_changed') &&
      foundByThem({ step: one, ...by }) !== undefined,
  )
  return isFound ? secondNeeded(step) : undefined
}

const secondNeeded = ({ id: step }: StepState): Refusal => ({
  code: 'second_person_needed',
  detail: { step, rule: 'SD2' },
})

/** As if whoever found the bar had raised the stop: so that somebody else looks whether it is lifted (E6). */
const stopFor = (draft: Draft, { id }: StepState): Draft => {
  const { state, events, rules } = draft
  if (!hasMatter(rules.procedure, 'integrity_stop') || !canMove(state.status, statusFor.stop)) return draft
  const found = events.find((event) => event.type === 'step_acted' && event.step === id)
  const by = found?.type === 'step_acted' ? found.by : undefined
  const no = nextMatterNo(state)
  const raised = add(draft, { type: 'matter_raised', matter: 'integrity_stop', no, code: 'INT', ...defined({ by }) })
  return add(raised, { type: 'frozen', matter: no, heldStatus: state.status })
}

/** When the clock asks for the next screening, or null: none yet, asked for already, frozen, or the base is over. */
export const screeningDueAt = (state: BaseState, { procedure }: Pick<Rules, 'procedure'>): Instant | null => {
  const { screening, stage, frozen, status } = state
  if (screening?.next === undefined || stage === undefined || frozen !== undefined || isFinal(status)) return null
  return hasMatter(procedure, 'rescreening') ? screening.next : null
}

/** The clock asks compliance to screen again (1.6). */
export const askToScreen = (draft: Draft): Draft =>
  add(draft, { type: 'matter_raised', matter: 'rescreening', no: nextMatterNo(draft.state) })

/** What binds waits while a match is examined, and does not go on over a bar (1.6). */
export const screeningOpen = (
  { screening }: BaseState,
  { definition, option }: { readonly definition: StepDefinition | undefined; readonly option: Option },
): Refusal | undefined => {
  const isAsked = definition?.awaitsScreening?.with.includes(option) === true
  if (!isAsked || screening === undefined) return undefined
  const { verdict, at } = screening
  return verdict === 'open_hit' || verdict === 'barred'
    ? { code: 'screening_open', detail: { option, verdict, since: at } }
    : undefined
}
