import type { OptionRule, Procedure, StepDefinition } from '../procedure.js'
import type { ReasonCode } from '../reason-code.js'
import { reasonFor } from '../review.js'
import type { BaseState, StepState } from '../state.js'
import type { StepKey } from '../values/step-key.js'
import { reviewGround } from './review-ground.js'

interface Unchosen {
  readonly definition: StepDefinition
  readonly rule: OptionRule | undefined
  readonly procedure: Procedure
}

/**
 * The reason code of an outcome that nobody chose with one (8.14): of a colour by the score what it rests on, of a body
 * without a majority what stands on file against the base, else the first code of the option.
 */
export const codeUnchosen = (state: BaseState, { definition, rule, procedure }: Unchosen): ReasonCode | undefined => {
  const { codes } = rule ?? {}
  if (codes === undefined) return undefined
  const { decides, again, key } = definition
  const last = state.facts.reviews.at(-1)?.code
  if (decides.by === 'votes' && typeof decides.otherwise !== 'string')
    return again === true
      ? (last ?? codes[0])
      : reasonFor(reviewGround(state, procedure), { codes, criteria: procedure.reviewSheet })
  const onFile = [...codesBefore(state, { key, procedure }), ...(last === undefined ? [] : [last])]
  return onFile.find((code) => codes.includes(code)) ?? codes[0]
}

/** Codes of the steps a step rests on, and of those these rest on, the newest first. */
const codesBefore = (
  state: BaseState,
  { key, procedure }: { readonly key: StepKey; readonly procedure: Procedure },
): readonly ReasonCode[] => {
  const reached = new Set<StepKey>([key])
  for (const one of reached) for (const before of procedure.rests?.[one] ?? []) reached.add(before)
  return Object.values(state.stage?.steps ?? {})
    .filter((step) => step.key !== key && reached.has(step.key) && step.voided === undefined)
    .toSorted(byClosing)
    .flatMap(({ outcome }) => outcome?.code ?? [])
}

const byClosing = (one: StepState, other: StepState): number => {
  const [at, otherAt] = [one.closedAt ?? '', other.closedAt ?? '']
  return at === otherAt ? 0 : at < otherAt ? 1 : -1
}
