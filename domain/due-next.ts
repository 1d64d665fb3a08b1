import { movingSteps, nextDueAt } from './judge/clock.js'
import { expiryDueAt } from './judge/expiry.js'
import { letLieAt } from './judge/let-lie.js'
import { renewalDueAt } from './judge/matter.js'
import { screeningDueAt } from './judge/screening.js'
import { graceOverAt } from './judge/term.js'
import { waitsForPaper } from './judge/silence.js'
import { reservationDueAt } from './judge/ten.js'
import type { Rules } from './judge/draft.js'
import type { BaseState, StepState } from './state.js'

/** What the clock does on a step: it decides, takes silence for an answer, or tells somebody that it waits. */
type OnStep = 'decides' | 'silence' | 'hold' | 'reconvene' | 'reassign' | 'paper' | 'reminder' | 'escalation'

/** What the clock has to do next for a base. */
export type DueNext =
  | { readonly what: 'hold_ends' | 'renewal' | 'reservation' | 'rescreening' | 'expiry' | 'let_lie' | 'grace_over' }
  | { readonly what: OnStep; readonly step: Pick<StepState, 'id' | 'key'> }

type Asked = Pick<Rules, 'procedure' | 'calendars'>

/** The first thing that comes, in the order in which the clock takes what falls on one moment; undefined: nothing does. */
export const dueNext = (state: BaseState, rules: Asked): DueNext | undefined => {
  const due = nextDueAt(state, rules)
  if (due === null) return undefined
  if (state.heldAt !== undefined) return { what: 'hold_ends' }
  if (renewalDueAt(state, rules) === due) return { what: 'renewal' }
  if (reservationDueAt(state, rules) === due) return { what: 'reservation' }
  if (screeningDueAt(state, rules) === due) return { what: 'rescreening' }
  if (expiryDueAt(state, rules) === due) return { what: 'expiry' }
  if (letLieAt(state, rules) === due) return { what: 'let_lie' }
  const [onFirst] = movingSteps(state, rules).flatMap((step) => onStep(step, { due, rules }))
  return onFirst ?? (graceOverAt(state, rules) === due ? { what: 'grace_over' } : undefined)
}

const onStep = (
  step: StepState,
  { due, rules }: { readonly due: string; readonly rules: Asked },
): readonly DueNext[] => {
  const { settings, steps } = rules.procedure
  const definition = steps[step.key]
  if (definition?.decides.by === 'clock') return step.dueAt === due ? [{ what: 'decides', step }] : []
  const [alarm] = step.alarms
  if (alarm?.at !== due) return []
  const calendar = rules.calendars[step.calendar]
  const waits =
    definition !== undefined && calendar !== undefined && waitsForPaper(step, { alarm, definition, settings, calendar })
  if (waits) return [{ what: 'paper', step }]
  return [{ what: alarm.effect ?? alarm.kind, step }]
}
