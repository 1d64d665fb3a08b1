import type { DocumentKind } from './document-kind.js'
import { statusFor, type Status } from './lifecycle.js'
import { stepMeaning, type Meant } from './meanings.js'
import type { Procedure } from './procedure.js'
import type { ReasonCode } from './reason-code.js'
import { roles } from './role.js'
import { happens, isOff, status, step, type Story } from './story.js'
import type { Option, StepKey } from './values/step-key.js'

/**
 * Redress (8.9, R14): within its time the partner asks for a second look at procedure or facts, the secretary admits it,
 * and the appeals panel decides. True when the panel upholds it.
 */
export function* redress(steps: RedressSteps): Story<boolean> {
  const asked = yield* step(steps.request)
  if (asked.option !== 'request') return false
  const admitted = yield* step(steps.admission)
  if (admitted.option !== 'admit') return false
  const decided = yield* step(steps.decision)
  if (isOff(decided)) return false
  yield* happens({ effect: 'order', kind: 'redress_decision' })
  return decided.option === 'uphold'
}

/** The steps of redress: asked for, admitted, decided. */
export interface RedressSteps {
  readonly request: StepKey
  readonly admission: StepKey
  readonly decision: StepKey
}

/** The steps of redress a procedure has; undefined where it offers none. */
export const redressStepsOf = ({ steps }: Pick<Procedure, 'steps'>): RedressSteps | undefined => {
  const request = stepMeaning(steps, 'redress_request')?.key
  const admission = stepMeaning(steps, 'redress_admission')?.key
  const decision = stepMeaning(steps, 'redress_decision')?.key
  return request === undefined || admission === undefined || decision === undefined
    ? undefined
    : { request, admission, decision }
}

const redressMeanings = ['redress_request', 'redress_admission', 'redress_decision'] as const
export type RedressMeaning = (typeof redressMeanings)[number]

/** What a step is to redress; undefined for any other step. */
export const redressMeaningOf = (step: Meant | undefined): RedressMeaning | undefined =>
  redressMeanings.find((meaning) => meaning === step?.means)

/** A step of redress: upheld, all of them are used up, so that a later decision can be contested in its turn. */
export const isOfRedress = (step: Meant | undefined): boolean => redressMeaningOf(step) !== undefined

/**
 * Whether an outcome that would end the matter may be asked to be looked at again, once (8.9): a "no" of the programme
 * alone, not what the partner or the clock decided. The engine offers redress by it, letters and papers promise by it.
 */
export const isContestable = (
  procedure: Pick<Procedure, 'steps'>,
  { key, option, status: to }: { readonly key: StepKey; readonly option: Option; readonly status: Status },
): boolean => {
  const decided = procedure.steps[key]
  if (decided === undefined || redressStepsOf(procedure) === undefined || !statusFor.no.includes(to)) return false
  return roles[decided.role].side === 'programme' && decided.options[option]?.byClock !== true
}

interface LastWords {
  readonly redress: RedressSteps
  readonly code?: ReasonCode
  /** The story has said no already, and ordered the sheet of feedback with it (1.10). */
  readonly told: boolean
  /** A dossier came in: who only asked whether to send one is answered by the letter (1.2). */
  readonly nominated: boolean
}

/** The last words of a matter that ends by such a decision: status, sheet, letter, and then the time for redress (8.9, 8.15). */
export function* lastWords(to: Status, { redress: steps, code, told, nominated }: LastWords): Story {
  if (!told) yield* status(to, code)
  if (!told && nominated) yield* happens({ effect: 'order', kind: 'feedback_sheet' })
  yield* contestableLetter('decision_letter')
  yield* redress(steps)
}

/** A letter that says how and until when redress may be asked; the time for it begins with the letter. */
export const contestableLetter = (kind: DocumentKind): Story => happens({ effect: 'order', kind, contestable: true })
