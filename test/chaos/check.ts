import { checkCommands } from './check-commands.js'
import { checkLetters } from './check-letters.js'
import { checkPapers } from './check-papers.js'
import type { Facts } from './facts.js'
import type { Fault } from './fault.js'

/** Holds what was said against what was done. Looks at the facts and at nothing else. */
export const check = (facts: Facts): readonly Fault[] => [
  ...checkCommands(facts),
  ...checkLetters(facts),
  ...checkPapers(facts),
  ...checkWitnesses(facts),
]

/** In a storm nobody has harmed the record, so whatever the comparison names is an accusation of the innocent. */
const checkWitnesses = ({ divergences, evidence }: Facts): readonly Fault[] => [
  ...divergences
    .filter(({ code }) => !/^recovered/.test(code)) // what is told as a recovery accuses nobody
    .map(({ code, says }): Fault => ({ kind: 'false_accusation', subject: code, says })),
  ...evidence.filter(({ sound }) => !sound).map(({ base, says }): Fault => ({ kind: 'unsound', subject: base, says })),
]
