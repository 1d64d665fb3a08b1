import type { Procedure } from '../procedure.js'
import { full } from './full.js'

/** The procedures that ship: seeded into PostgreSQL, from where every run reads them. */
export const procedures: readonly Procedure[] = [full]
