import type { NegotiationRules } from '../../negotiation/rules.js'
import { scopes } from './model/scopes.js'

/** The scopes of the model by which steps ask; the others decide nothing. */
const deciding: readonly string[] = ['finance', 'superior']

/** A clearance is of whole clauses, whichever of their paragraphs the model names. */
const clausesOf = (pieces: readonly string[]): readonly string[] => [
  ...new Set(pieces.map((piece) => piece.replace(/\..*$/, ''))),
]

/**
 * What a change of the memorandum weighs, and who clears what of it: whatever is not named as normal is material, and a scope that is
 * not named is the whole text.
 */
export const memorandumRules: NegotiationRules = {
  clearanceDays: 180,
  takeBackDays: 5,
  normal: [
    'purpose',
    'plans',
    'committee',
    'office',
    'ip',
    'publicity',
    'force_majeure',
    'notices',
    'annex_2',
    'annex_3',
  ],
  preCleared: {
    character: ['LEGAL-B'],
    conditions: ['COND-SOME', 'COND-NONE'],
    money: ['MON-OWN', 'FEE-NONE'],
  },
  scopes: Object.fromEntries(
    scopes.flatMap(({ id, pieces }) =>
      deciding.includes(id) && pieces !== undefined ? [[id, clausesOf(pieces)]] : [],
    ),
  ),
}
