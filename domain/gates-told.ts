import { gateReadings, gateTold, type GateReading } from './gates.js'
import type { LocalText } from './locale.js'
import type { Procedure } from './procedure.js'
import { lastDecided, type BaseState } from './state.js'
import type { StepKey } from './values/step-key.js'
import { defined } from './values/defined.js'
import { otherReadings } from './words/gates.js'

type Rules = Pick<Procedure, 'steps' | 'settings' | 'rests'>

/** The gates as the officer read them last in the running stage (1.5a); undefined before, and where no dossier is on file. */
export const gatesRead = (state: BaseState, procedure: Rules): readonly GateReading[] | undefined => {
  const { dossier } = state.facts
  const read = gateStepsOf(procedure).flatMap((key) => lastDecided(state, key) ?? [])[0]
  if (dossier === undefined || read === undefined) return undefined
  return gateReadings({ dossier, ...defined({ treated: read.acts.at(-1)?.facts?.gates }) }, procedure.settings)
}

const gateStepsOf = ({ steps }: Rules): readonly StepKey[] =>
  Object.values(steps)
    .filter(({ supports }) => supports === 'gates')
    .map(({ key }) => key)

/**
 * What a step that rests on the reading of the gates has to know: which readings are others than were declared, and which gates fail.
 * Undefined where all were taken as declared and passed.
 */
export const gatesBehind = (
  state: BaseState,
  { key, procedure }: { readonly key: StepKey; readonly procedure: Rules },
): LocalText | undefined => {
  const rests = procedure.rests?.[key] ?? []
  if (!gateStepsOf(procedure).some((one) => rests.includes(one))) return undefined
  const told = (gatesRead(state, procedure) ?? []).filter(({ treat, passed }) => treat !== 'accept' || !passed)
  return told.length === 0 ? undefined : otherReadings(told.map(gateTold))
}
