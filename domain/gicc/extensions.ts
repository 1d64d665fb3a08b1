import type { ExtensionRules } from '../extension-rules.js'
import { steps, toldOf } from './steps.js'

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
  steps: toldOf(steps, ({ extension }) => extension),
}
