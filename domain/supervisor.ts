import type { Role } from './role.js'

/** Who hears first when somebody is late (E1): the manager; over the manager the director, over the director the chair. */
export const supervisorOf = (role: Role): Role => (role === 'PM' ? 'PD' : role === 'PD' ? 'CH' : 'PM')

/** Who takes over what is late for long (E1): the director, or the chair where the director himself is late. */
export const standInOf = (role: Role): Role => (role === 'PD' ? 'CH' : 'PD')
