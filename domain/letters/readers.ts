import type { Role } from '../role.js'

/** Who hears of what becomes of a base: the place itself, and who manages the programme. */
export const placeAndManager: readonly Role[] = ['LG', 'PM']
