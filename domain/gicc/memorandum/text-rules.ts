import type { NegotiationRules } from '../../negotiation/rules.js'

/**
 * What a change of the memorandum weighs, and who clears what of it: whatever is not named as normal is material, and a scope that is
 * not named is the whole text.
 */
export const memorandumRules: NegotiationRules = {
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
  scopes: {
    finance: [
      'base',
      'alliance_part',
      'government_part',
      'conditions',
      'money',
      'presence',
      'force_majeure',
      'after_end',
      'annex_1',
      'annex_2',
    ],
    superior: [
      'participants',
      'base',
      'government_part',
      'conditions',
      'money',
      'presence',
      'marks',
      'character',
      'term',
      'ending',
      'annex_1',
    ],
  },
}
