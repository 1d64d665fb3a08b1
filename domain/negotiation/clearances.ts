import type { FallenClearance } from '../events/negotiation.js'
import type { Instant } from '../ids.js'
import type { Procedure, StepDefinition } from '../procedure.js'
import { roles } from '../role.js'
import { lastDecided, type BaseState, type StepState } from '../state.js'
import { fellBy, normalSince, type Clearance } from './falls.js'
import {
  clearedGround,
  currentVersion,
  type ClauseMarks,
  type HandedVersion,
  type NegotiationState,
} from './version.js'

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

/** The clearances of the place that stand where the text reads so, and of which normal clauses their offices have not been told yet. */
export const untoldWith = (
  state: BaseState,
  { procedure, now }: { readonly procedure: Steps; readonly now: ClauseMarks },
): readonly FallenClearance[] =>
  Object.values(procedure.steps).flatMap((definition) => {
    const { key, text, role } = definition
    const step = text?.clears === undefined || roles[role].side !== 'partner' ? undefined : lastDecided(state, key)
    const rules = procedure.negotiation
    const clearance = step && clearanceOf(state, { definition, step })
    if (step === undefined || rules === undefined || clearance === undefined) return []
    if (fellBy(rules, { ...clearance, now }).length > 0) return []
    const { scope, cleared } = clearance
    const told = state.negotiation?.versions.findLast((version) => version.told?.some((one) => one.step === step.id))
    const known = told === undefined ? cleared : clearedGround(state.negotiation, told.no)
    const clauses = normalSince(rules, { scope, before: known, now })
    return clauses.length === 0 ? [] : [{ key, step: step.id, clauses }]
  })

/** Until when whoever cleared on a visit may take that back because of what was told since; undefined where nothing was. */
export const takeBackUntil = (
  { negotiation }: Pick<BaseState, 'negotiation'>,
  { id }: Pick<StepState, 'id'>,
): Instant | undefined =>
  (negotiation?.versions ?? [])
    .flatMap(({ told = [] }) => told)
    .filter(({ step }) => step === id)
    .at(-1)?.until

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

interface Read {
  readonly step: Pick<StepState, 'id' | 'acts' | 'outcome'>
  readonly definition: StepDefinition
}

/** The hash of the version that stands, for whoever decides about it; of a visit that is decided, the one that was read there. */
export const textHashSeen = ({ negotiation }: BaseState, { step, definition }: Read): readonly string[] => {
  if (definition.text?.sees !== true) return []
  const version = step.outcome === undefined ? currentVersion(negotiation) : versionRead(negotiation, step)
  return version === undefined ? [] : [version.hash]
}

/** Of a visit that handed over a version itself, the one before that. */
const versionRead = (
  negotiation: NegotiationState | undefined,
  { id, acts }: Read['step'],
): HandedVersion | undefined => {
  const { versions = [] } = negotiation ?? {}
  const at = versions.findIndex(({ no }) => no === acts.at(-1)?.text)
  return versions[at]?.step === id ? versions[at - 1] : versions[at]
}
