import type { PersonId } from '../ids.js'
import type { Refusal } from '../refusal.js'
import type { Role } from '../role.js'
import type { SeparationRules } from '../separation.js'
import { lastDecided, type BaseState, type StepState } from '../state.js'

/** A step somebody would act on, and by which seats. */
interface OfTeam {
  readonly step: StepState
  readonly separation: SeparationRules
  readonly person: PersonId
  readonly roles: readonly Role[]
}

/**
 * Whether somebody was left out when the team was named whose work this step is (2.1). A director changes a team by giving the
 * step to somebody, so whoever it was given to is in it, and so is the director where the step waits for him (E1).
 */
export const notInTeam = (state: BaseState, { step, separation, person, roles }: OfTeam): Refusal | undefined => {
  const { team } = separation
  if (team === undefined || !team.acts.includes(step.key) || step.holder !== undefined) return undefined
  const members = lastDecided(state, team.named)?.acts.at(-1)?.facts?.team?.members
  if (members === undefined || members.includes(person)) return undefined
  if (step.standIn !== undefined && roles.includes(step.standIn)) return undefined
  return { code: 'not_in_team', detail: { step: step.id, named: team.named, team: members, needs: step.role } }
}
