import type { ExtensionRules, StepExtension } from '../extension-rules.js'
import type { Due } from '../procedure.js'
import { stepsInFull, toldOf } from './steps.js'

const longWork: StepExtension = { longest: 20 }

/** Calendar days from which on a step is long work. */
const longFrom = 60

const isLong = (due: Due): boolean =>
  (due.from === 'opening' || due.from === 'signature') && due.days.unit === 'cd' && due.days.n >= longFrom

/**
 * 8.5: once by the director, twice by the chair. The programme names a length for 2.2 alone, one extension of 10 working
 * days, which is taken for all; work of two months and more may have twice as much at a time.
 */
export const extensions: ExtensionRules = {
  by: [
    { role: 'PD', times: 1 },
    { role: 'CH', times: 2 },
  ],
  longest: 10,
  codes: ['INC', 'DAT', 'GOV', 'FIN', 'LEG', 'TXT', 'FMJ'],
  steps: toldOf(stepsInFull, ({ extension, due }) => extension ?? (isLong(due) ? longWork : undefined)),
}
