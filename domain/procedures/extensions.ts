import type { ExtensionRules } from '../extension.js'

const longWork = { longest: 20 }

/**
 * 8.5: once by the director, twice by the chair. The programme names a length for 2.2 alone, one extension of 10 working
 * days, which is taken for all; work of more than two months may have twice as much at a time.
 */
export const extensions: ExtensionRules = {
  by: [
    { role: 'PD', times: 1 },
    { role: 'CH', times: 2 },
  ],
  longest: 10,
  codes: ['INC', 'DAT', 'GOV', 'FIN', 'LEG', 'TXT', 'FMJ'],
  steps: {
    '2.2b': { most: 1 },
    '2.2c': { most: 1 },
    '2.2d': { most: 1 },
    '3.11a': longWork,
    '3.11b': longWork,
    '4.2a': longWork,
    '4.2b': longWork,
    '4.3': longWork,
    '4.5a': longWork,
    '4.6a': longWork,
    '4.11a': longWork,
    '4.11b': longWork,
  },
}
