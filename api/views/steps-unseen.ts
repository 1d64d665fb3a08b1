import { stepsInFull } from '../../domain/gicc/steps.js'
import { stepsUnseen as unseenIn } from '../../domain/sight/outcome.js'
import type { StepKey } from '../../domain/values/step-key.js'
import type { SightOfBase } from '../auth/sight.js'

/** The steps that are not there for somebody, by the steps of all times: they tell by being there what a screening found (1.6). */
export const stepsUnseen = ({ sees }: Pick<SightOfBase, 'sees'>): readonly StepKey[] =>
  unseenIn(sees, { steps: stepsInFull })
