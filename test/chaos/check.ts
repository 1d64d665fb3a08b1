import { checkCommands } from './check-commands.js'
import { checkLetters } from './check-letters.js'
import { checkPapers } from './check-papers.js'
import type { Facts } from './facts.js'

/** In what the answers, the record and the world may be at odds; each of these must be 0. */
export const faultKinds = {
  lost: 'acknowledged, and not in the ledger',
  doubled: 'carried out twice',
  answered_otherwise: 'answered otherwise than recorded',
  other_bytes: 'answered the same in other bytes',
  conflict_untold: 'another text under the same key, and not told so',
  unanswered: 'never given an outcome',
  note_missing: 'acknowledged, and no note of the command',
  false_accusation: 'accused by the comparison of the two witnesses',
  unsound: 'evidence that does not verify',
  letter_doubled: 'letters that came twice',
  letter_missing: 'letters that never came',
  paper_doubled: 'papers made twice',
  paper_missing: 'papers never made',
} as const
export type FaultKind = keyof typeof faultKinds

/** One thing that is not as it must be: what, on what, and the evidence for it in one line. */
export interface Fault {
  readonly kind: FaultKind
  readonly subject: string
  readonly says: string
}

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
