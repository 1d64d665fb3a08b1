import type { DocumentKind } from './document-kind.js'
import type { Status } from './lifecycle.js'
import type { Procedure } from './procedure.js'
import type { ReasonCode } from './reason-code.js'
import { roles } from './role.js'
import { happens, status, step, type Story } from './story.js'
import type { Option, StepKey } from './values/step-key.js'

/**
 * Redress (8.9, R14): within its time the partner asks for a second look at procedure or facts, the secretary admits it,
 * and the appeals panel decides. True when the panel upholds it.
 */
export function* redress(): Story<boolean> {
  const asked = yield* step(redressKeys.request)
  if (asked.option !== 'request') return false
  const admitted = yield* step(redressKeys.admission)
  if (admitted.option !== 'admit') return false
  const decided = yield* step(redressKeys.decision)
  return decided.option === 'uphold'
}

/** The steps of redress: asked for, admitted, decided. */
export const redressKeys = { request: 'R0', admission: 'R1', decision: 'R2' } as const

/** Upheld, they are used up, so that a later decision can be contested in its turn. */
export const redressSteps: readonly StepKey[] = Object.values(redressKeys)

/**
 * Whether an outcome that would end the matter may be asked to be looked at again, once (8.9): a "no" of the programme
 * alone, not what the partner or the clock decided. The engine offers redress by it, letters and papers promise by it.
 */
export const isContestable = (
  { steps }: Pick<Procedure, 'steps'>,
  { key, option, status: to }: { readonly key: StepKey; readonly option: Option; readonly status: Status },
): boolean => {
  const decided = steps[key]
  if (decided === undefined || steps[redressKeys.request] === undefined || !noes.includes(to)) return false
  return roles[decided.role].side === 'programme' && decided.options[option]?.byClock !== true
}

/** Statuses by which the programme says no before it has given the name; who loses the name was heard in the review. */
const noes: readonly Status[] = ['declined', 'not_recommended', 'lapsed']

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
  yield* contestableLetter('decision_letter')
  yield* redress()
}

/** A letter that says how and until when redress may be asked; the time for it begins with the letter. */
export const contestableLetter = (kind: DocumentKind): Story => happens({ effect: 'order', kind, contestable: true })
