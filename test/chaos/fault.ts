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
