import type { StepDefinition } from './procedure.js'
import { roles, type Role } from './role.js'

/**
 * Who hears first when somebody is late (E1, E2): the manager; over the manager the director, over the director the chair. A
 * compliance officer does not report to the manager, whose bases he or she may stop (4). At the place it is the local
 * government, and over that the head of government, so that no partner's silence is told to the silent one alone.
 */
export const supervisorOf = (role: Role): Role => {
  if (roles[role].side === 'partner') return role === 'LG' ? 'HG' : 'LG'
  return role === 'PM' || role === 'CO' ? 'PD' : role === 'PD' ? 'CH' : 'PM'
}

/**
 * Who takes over what is late for long (E1): the director, or the chair where the director himself is late. Where
 * compliance has a case that stops (E6) it is the board, since whoever leads the programme does not clear it.
 */
export const standInOf = ({ role, escalation }: Pick<StepDefinition, 'role' | 'escalation'>): Role =>
  escalation === 'E6' ? 'BD' : role === 'PD' ? 'CH' : 'PD'
