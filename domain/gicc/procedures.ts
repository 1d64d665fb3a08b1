import type { Procedure } from '../procedure.js'
import { full } from './full.js'
import { light } from './light.js'

/** The procedures that ship: seeded into PostgreSQL, from where every run reads them. */
export const procedures: readonly Procedure[] = [full, light]
