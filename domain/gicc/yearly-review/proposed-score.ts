import type { FilledForm } from '../../form/filled-form.js'
import { governanceOf, punctualityOf, valuesOf } from '../../judge/review-ground.js'
import type { Procedure, StepDefinition } from '../../procedure.js'
import type { Refusal } from '../../refusal.js'
import type { BaseState } from '../../state.js'
import { agreedSet, aimedAt } from '../launch/baseline-facts.js'
import { partLabel } from './score-forms.js'
import { sheetFaults, yearScore, type YearScore } from './year-score.js'

/** What the figures of the running review say of each part (6.5); undefined where no report with figures was handed in. */
export const proposedScore = (state: BaseState, procedure: Procedure): YearScore | undefined => {
  const governance = governanceOf(state, procedure)
  const values = valuesOf(state, procedure)
  const { reviews } = state.facts
  if (governance === undefined || values === undefined) return undefined
  return yearScore({
    values,
    agreed: aimedAt(agreedSet(state.facts), { planYear: reviews.length + 1 }),
    governance: { ...governance, report: punctualityOf(state, procedure) },
  })
}

/** Why a sheet of the yearly review is not as it may be: too far from what the figures say, or off it without a reason (5.6). */
export const offProposal = (
  { read }: FilledForm,
  { state, definition, procedure }: { state: BaseState; definition: StepDefinition; procedure: Procedure },
): Refusal | undefined => {
  if (definition.scores !== 'review' || definition.matter !== undefined) return undefined
  const proposal = proposedScore(state, procedure)
  const faults = proposal === undefined ? [] : sheetFaults(read, proposal)
  return faults.length === 0
    ? undefined
    : {
        code: 'sheet_off_proposal',
        detail: { parts: faults.map(({ part, ...off }) => ({ part: partLabel(part), ...off })) },
      }
}
