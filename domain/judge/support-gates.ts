import { failedGates, gateTold } from '../gates.js'
import type { BaseState } from '../state.js'
import { defined } from '../values/defined.js'
import type { Support, ToBear } from './support.js'

/**
 * 6.1: eligible only when every gate is passed, a waiver only where nothing but guiding ones fail. What the officer accepts takes
 * the place of what was declared, so nothing is known before it is brought. G9 is read against the standing bases when eligibility
 * is confirmed, so a taken territory is a ground (CAP) that no dossier shows.
 */
export const gatesBear: Support = (state, { step, option, code, brought, procedure }) => {
  const { dossier } = state.facts
  const isYetToRead = brought === undefined && procedure.steps[step.key]?.form !== undefined
  if (dossier === undefined || isYetToRead) return undefined
  const failed = gatesFailed(state, { brought, procedure })
  const binding = failed.filter(({ kind }) => kind === 'binding')
  if (option === 'not_eligible')
    return failed.length === 0 && code !== 'CAP' ? { code: 'gates_all_passed', detail: { option } } : undefined
  if (option === 'waiver' && failed.length === 0) return { code: 'gates_all_passed', detail: { option } }
  const against = option === 'waiver' ? binding : failed
  return against.length === 0
    ? undefined
    : { code: 'gate_not_passed', detail: { gates: against.map(gateTold), option } }
}

const gatesFailed = (
  { facts: { dossier } }: BaseState,
  { brought, procedure }: Pick<ToBear, 'brought' | 'procedure'>,
) =>
  dossier === undefined ? [] : failedGates({ dossier, ...defined({ treated: brought?.gates }) }, procedure.settings)

/** Whether nothing but ground that another base holds bears an option: that there is such a base, the database has to grant (G9). */
export const restsOnTakenGround = (state: BaseState, { step, option, code, brought, procedure }: ToBear): boolean =>
  procedure.steps[step.key]?.supports === 'gates' &&
  option === 'not_eligible' &&
  code === 'CAP' &&
  gatesFailed(state, { brought, procedure }).length === 0
