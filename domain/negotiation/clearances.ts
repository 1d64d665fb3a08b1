import type { FallenClearance } from '../events/negotiation.js'
import type { Procedure, StepDefinition } from '../procedure.js'
import { roles } from '../role.js'
import { lastDecided, type BaseState, type StepState } from '../state.js'
import { fellBy, type Clearance } from './falls.js'
import { clearedGround, currentVersion, type ClauseMarks } from './version.js'

type Steps = Pick<Procedure, 'steps' | 'negotiation'>

/** The clearances that count and fall where the text reads so. */
export const fallenWith = (
  state: BaseState,
  { procedure, now }: { readonly procedure: Steps; readonly now: ClauseMarks },
): readonly FallenClearance[] =>
  Object.values(procedure.steps).flatMap((definition) => {
    const step = definition.text?.clears === undefined ? undefined : lastDecided(state, definition.key)
    if (step === undefined) return []
    const clauses = felled(state, { procedure, definition, step, now })
    return clauses.length === 0 ? [] : [{ key: definition.key, step: step.id, clauses }]
  })

interface Compared {
  readonly procedure: Steps
  readonly definition: StepDefinition
  readonly step: StepState
  readonly now: ClauseMarks
}

const felled = (state: BaseState, { procedure, definition, step, now }: Compared): readonly string[] => {
  const clearance = clearanceOf(state, { definition, step })
  return clearance === undefined || procedure.negotiation === undefined
    ? []
    : fellBy(procedure.negotiation, { ...clearance, now })
}

/** What was cleared on a visit; undefined where nothing was. */
const clearanceOf = (
  state: BaseState,
  { definition: { text, role }, step }: { readonly definition: StepDefinition; readonly step: StepState },
): Clearance | undefined => {
  const version = step.acts.at(-1)?.text
  const option = step.outcome?.option
  if (text?.clears === undefined || version === undefined || option === undefined) return undefined
  if (!text.clears.with.includes(option)) return undefined
  return { side: roles[role].side, scope: text.clears.scope, cleared: clearedGround(state.negotiation, version) }
}

/** The hash of the version that stands, for whoever decides about it. */
export const textHashSeen = ({ negotiation }: BaseState, { text }: StepDefinition): readonly string[] => {
  const current = text?.sees === true ? currentVersion(negotiation) : undefined
  return current === undefined ? [] : [current.hash]
}
