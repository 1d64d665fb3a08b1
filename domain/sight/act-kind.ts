import type { StepDefinition } from '../procedure.js'
import { roleCodes, roles, type Role } from '../role.js'
import type { StepKey } from '../values/step-key.js'

/** What an act on a step is: one person's decision, a vote, a sheet, or a rating that becomes part of the confidential report. */
export const actKinds = ['decision', 'vote', 'sheet', 'rating'] as const
export type ActKind = (typeof actKinds)[number]

/** Of the rules of a base what sight hangs on. */
export interface RulesOfActs {
  readonly steps: Readonly<Record<StepKey, OfStep>>
}

type OfStep = Pick<
  StepDefinition,
  'decides' | 'stage' | 'role' | 'form' | 'toldBy' | 'screens' | 'examines' | 'text' | 'sees'
>

/** The same, with the roles that stand before the place without a name: found once, and asked for each entry. */
export interface SightRules extends RulesOfActs {
  readonly anonymous: readonly Role[]
}

/** What an act on this step is. A step the rules do not know is told as the narrowest of them. */
export const actKindOf = (key: StepKey, { steps }: RulesOfActs): ActKind => {
  const step = steps[key]
  if (step === undefined) return 'vote'
  if (step.decides.by === 'votes') return 'vote'
  if (step.decides.by === 'sheets') return 'sheet'
  return isRating(step) ? 'rating' : 'decision'
}

/** Those who examine rate a stream or say whether they differ: it stands in the report and nowhere else. */
const isRating = ({ stage, role }: Pick<StepDefinition, 'stage' | 'role'>): boolean =>
  stage === 'due_diligence' && (role === 'SP' || role === 'SV')

/**
 * Roles whose holders decide together or blind to each other. With the last vote an entry says whose it was, and so do all
 * entries that came of it: for the place these act without a name, wherever they act.
 */
export const anonymousRoles = ({ steps }: RulesOfActs): readonly Role[] => {
  const found = Object.values(steps).flatMap((step) => {
    const { decides, role } = step
    if (isRating(step) || decides.by === 'sheets') return [role]
    return decides.by === 'votes' ? [role, decides.chair, decides.substitutes] : []
  })
  return roleCodes.filter((role) => roles[role].side === 'programme' && found.includes(role))
}
