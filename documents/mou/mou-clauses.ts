import { closingClauses } from './closing-clauses.js'
import { openingClauses } from './opening-clauses.js'
import { standingClauses } from './standing-clauses.js'

/**
 * The model memorandum of understanding, clause by clause, in both languages (9).
 * A clause's number is its place here, the same in both languages, so that concordance can be checked and a later
 * version compared with the approved one clause by clause.
 */
export const mouClauses = [...openingClauses, ...standingClauses, ...closingClauses] as const
