import type { Status } from './lifecycle.js'
import type { StepKey } from './procedure.js'
import type { ReasonCode } from './reason-code.js'
import { happens, status, step, type Story } from './story.js'

/**
 * Redress (8.9, R14): within its time the partner asks for a second look at procedure or facts, the secretary admits it,
 * and the appeals panel decides. True when the panel upholds it.
 */
export function* redress(): Story<boolean> {
  const asked = yield* step('R0')
  if (asked.option !== 'request') return false
  const admitted = yield* step('R1')
  if (admitted.option !== 'admit') return false
  const decided = yield* step('R2')
  return decided.option === 'uphold'
}

/** The steps of redress itself. Upheld, they are used up, so that a later decision can be contested in its turn. */
export const redressSteps: readonly StepKey[] = ['R0', 'R1', 'R2']

/** Statuses by which the programme says no, and which may be asked to be looked at again before the matter is closed. */
export const redressable: readonly Status[] = ['declined', 'not_recommended']

interface LastWords {
  readonly code?: ReasonCode
  /** The story has said no already, and ordered the sheet of feedback with it (1.10). */
  readonly told: boolean
  /** A dossier came in: who only asked whether to send one is answered by the letter (1.2). */
  readonly nominated: boolean
}

/** The last words of a matter that ends by such a decision: status, sheet, letter, and then the time for redress (8.9, 8.15). */
export function* lastWords(to: Status, { code, told, nominated }: LastWords): Story {
  if (!told) yield* status(to, code)
  if (!told && nominated) yield* happens({ effect: 'order', kind: 'feedback_sheet' })
  yield* happens({ effect: 'order', kind: 'decision_letter' })
  yield* redress()
}
