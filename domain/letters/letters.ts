import { baseLetters } from './base.js'
import { correctionLetters } from './corrections.js'
import { exhibitLetters } from './exhibits.js'
import { paperLetters } from './paper.js'
import { rulesLetters } from './rules.js'
import { stepLetters } from './steps.js'
import { tenLetters } from './ten.js'
import type { Letter } from './letter.js'

const table = {
  ...stepLetters,
  ...baseLetters,
  ...tenLetters,
  ...rulesLetters,
  ...paperLetters,
  ...correctionLetters,
  ...exhibitLetters,
}

/** A kind of letter, named after the event it tells of; the one name it has from the ledger to the mailbox. */
export type LetterKind = keyof typeof table

/** Every letter the programme writes, by its kind. */
export const letters: Readonly<Record<LetterKind, Letter>> = table

/** Every kind of letter, in the order of the table. */
export const letterKinds: readonly LetterKind[] = Object.keys(table).filter((kind): kind is LetterKind => kind in table)

/** The kinds by which somebody is asked to act for the first time; what follows reminds of them. */
export const firstAsking: readonly LetterKind[] = letterKinds.filter(
  (kind) => letters[kind].asksToAct === true && letters[kind].ends === 'request',
)
