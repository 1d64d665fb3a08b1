import { inside, wrong } from '../../form/fault.js'
import type { FilledForm } from '../../form/filled-form.js'
import { malformedForm } from '../../judge/filled.js'
import { reviewGround } from '../../judge/review-ground.js'
import type { Procedure, StepDefinition } from '../../procedure.js'
import type { Refusal } from '../../refusal.js'
import { calledFor, supportedColours } from '../../review.js'
import type { BaseState } from '../../state.js'
import type { Option } from '../../values/step-key.js'

interface Voting {
  readonly option: Option
  readonly definition: StepDefinition
  readonly state: BaseState
  readonly procedure: Procedure
}

/** By which field a vote says that it goes beside what the score calls for: it then brings the fact that the score could not see. */
const saysSo = 'overrides'

/** Why a vote for the colour next to the one called for is not as it may be: it does not say that it is one (5.8). */
export const unsaidOverride = (
  { read }: FilledForm,
  { option, definition, state, procedure }: Voting,
): Refusal | undefined => {
  const field = definition.form?.fields.find(({ code }) => code === saysSo)
  if (field === undefined || definition.supports !== 'colour' || read[saysSo] === true) return undefined
  const ground = reviewGround(state, procedure)
  const called = calledFor(ground)
  // A suspension is nobody's colour, and what lies further off is refused in words of its own.
  if (option === called || option === 'suspend' || !supportedColours(ground).includes(option)) return undefined
  const needs = wrong(
    `yes, with the fact that the score could not see: it calls for ${called}`,
    `是，并说明评分未反映的事实：评分对应结果为 ${called}`,
  )
  return malformedForm(inside(field, needs), { step: definition.key, option })
}
