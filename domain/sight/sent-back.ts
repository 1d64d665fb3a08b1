import type { Procedure, StepDefinition } from '../procedure.js'
import { roles } from '../role.js'
import type { Option, StepKey } from '../values/step-key.js'
import { actKindOf } from './act-kind.js'

/** A decision by which something goes back, and the step it goes back to. */
export interface SentBack {
  readonly key: StepKey
  readonly option: Option
  readonly to: StepKey
}

/** Where an option sends back what came before it; undefined where it goes on. */
const backOf = ({ options }: StepDefinition, option: Option): StepKey | undefined => {
  const leads = options[option]?.leads
  return leads !== undefined && 'back' in leads ? leads.back : undefined
}

/**
 * The decisions of one person that send something back to another role of the place. What is missing is said in their words, so
 * these words are for the place to read (8.12, 8.14); votes, sheets and ratings stay without words before it.
 */
export const sentBackToPlace = ({ steps }: Pick<Procedure, 'steps'>): readonly SentBack[] =>
  Object.values(steps).flatMap((step) =>
    step.order.flatMap((option) => {
      const to = backOf(step, option)
      const asked = to === undefined ? undefined : steps[to]?.role
      if (to === undefined || asked === undefined || asked === step.role) return []
      return roles[asked].side === 'partner' && actKindOf(step.key, { steps }) === 'decision'
        ? [{ key: step.key, option, to }]
        : []
    }),
  )

/** Whether a step was opened because a decision sent it back to the place. */
export const isSentBackToPlace = (
  { key, option, opened }: Pick<SentBack, 'key' | 'option'> & { readonly opened: StepKey },
  rules: Pick<Procedure, 'steps'>,
): boolean => sentBackToPlace(rules).some((back) => back.key === key && back.option === option && back.to === opened)

/** Whether a step in which one side hands over the text was opened because the other side, in its own words, wants it otherwise. */
export const isAskedOtherwise = (
  { key, opened }: Pick<SentBack, 'key'> & { readonly opened: StepKey },
  { steps }: Pick<Procedure, 'steps'>,
): boolean => {
  const [asking, handing] = [steps[key], steps[opened]]
  return (
    asking?.text !== undefined &&
    handing?.text?.hands !== undefined &&
    roles[asking.role].side === 'partner' &&
    roles[handing.role].side === 'programme'
  )
}
