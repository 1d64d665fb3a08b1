import type { Calendar } from '../../domain/calendar.js'
import type { Instant } from '../../domain/ids.js'
import { partnerCalendarId } from '../../domain/judge/draft.js'
import { optionsTold, type OptionTold } from '../../domain/judge/options-told.js'
import type { Procedure, StepDefinition } from '../../domain/procedure.js'
import type { Refusal } from '../../domain/refusal.js'
import { roles } from '../../domain/role.js'
import type { BaseState } from '../../domain/state.js'
import type { SightOfBase } from '../auth/sight.js'

interface Reading {
  readonly state: BaseState | undefined
  readonly procedure: Procedure
  readonly sight: SightOfBase
  readonly calendars: Readonly<Record<string, Calendar>>
  /** The clock of the base. */
  readonly now: Instant
  /** The "no" to a step whose turn in its session has not come (R9), which the database alone knows. */
  readonly notYet: (id: string) => Refusal | undefined
}

const verdict = { kind: 'outcome', act: 'decision', screening: 'verdict' } as const

/**
 * What people choose from on a visit of a step, in the order of the procedure; what only the clock chooses is not theirs. On an
 * open step with the "no" of the judge, where the base stands still, its turn has not come, a loop is used up or the facts on
 * file do not bear an option.
 */
export const optionsToldTo = (
  { state, procedure, sight, calendars, now, notYet }: Reading,
  { id, definition }: { readonly id: string; readonly definition: StepDefinition },
): readonly OptionTold[] => {
  // Which options the points bear would tell the points.
  const isTold = roles[definition.role].side === 'partner' || sight.sees({ kind: 'points' }) === 'whole'
  // Whoever decides on it hears why not; others only where a verdict is theirs to know (1.6).
  const isVerdictTold = sight.roles.includes(definition.role) || sight.sees(verdict) === 'whole'
  const hidesVerdict = (no: Refusal | undefined) => no?.code === 'screening_open' && !isVerdictTold
  const open = isTold ? state?.stage?.steps[id] : undefined
  if (state !== undefined && open !== undefined && open.outcome === undefined)
    return optionsTold(state, { step: open, procedure, now, calendar: calendars[partnerCalendarId(state)] }).map(
      ({ option, no }) => ({ option, no: (hidesVerdict(no) ? undefined : no) ?? notYet(id) }),
    )
  return definition.order
    .filter((option) => definition.options[option]?.byClock !== true)
    .map((option) => ({ option, no: undefined }))
}
