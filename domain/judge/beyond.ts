import type { BroughtText, BroughtVersion } from '../commands/negotiation.js'
import { fallenWith } from '../negotiation/clearances.js'
import {
  clausesOf,
  difference,
  isSameMark,
  withoutTranslations,
  type BroughtProposal,
  type ClauseMarks,
} from '../negotiation/version.js'
import type { ClauseId, StepText } from '../negotiation/rules.js'
import type { Procedure } from '../procedure.js'
import type { BaseState, StepState } from '../state.js'

interface Handed {
  readonly version: BroughtVersion
  readonly brought: BroughtText
  readonly step: StepState
  readonly procedure: Procedure
}

/** The clauses that a version changes beyond what its step may change without asking anybody who has cleared. */
export const beyond = (
  state: BaseState,
  { only, ...handed }: Handed & { readonly only: NonNullable<NonNullable<StepText['hands']>['only']> },
): readonly ClauseId[] =>
  only === 'accepted'
    ? beyondAccepted(state, handed)
    : retold(withoutTranslations(state.negotiation, handed.procedure), handed.version.clauses)

/**
 * Clauses that came, went, or read otherwise in every language than without any translation: small steps, one language after the
 * other, would write a clause anew that nobody has cleared (R6).
 */
const retold = (before: ClauseMarks, after: ClauseMarks): readonly ClauseId[] => {
  const { changed, gone } = difference(before, after)
  const anew = Object.entries(changed).filter(([clause, { hashes }]) => {
    const kept = before[clause]?.hashes ?? {}
    return !Object.entries(hashes).some(([language, hash]) => kept[language] === hash)
  })
  return [...anew.map(([clause]) => clause), ...gone]
}

/** Clauses that do not read as what is accepted here makes them read, and those by which somebody else's clearance would fall. */
const beyondAccepted = (state: BaseState, { version, brought, step, procedure }: Handed): readonly ClauseId[] => {
  const { negotiation } = state
  const taken = acceptedNow(state, brought)
  const { changed, gone } = difference(clausesOf(negotiation, negotiation?.last ?? 0), version.clauses)
  const clauses = new Set([...Object.keys(changed), ...gone, ...taken.map(({ clause }) => clause)])
  const fallen = fallenWith(state, { procedure, now: version.clauses })
  return [...clauses].filter((clause) => {
    const of = taken.filter((one) => one.clause === clause)
    const by = of.map((one) => state.stage?.steps[one.step]?.key ?? step.key)
    return (
      !readsAsAccepted(state, { clause, taken: of, now: version.clauses }) ||
      fallen.some(({ key, clauses: felling }) => felling.includes(clause) && !by.includes(key))
    )
  })
}

type Taken = BroughtProposal & { readonly no: number }

/** The proposals that are accepted with this very version, by their numbers: what was accepted earlier is in the text already. */
const acceptedNow = ({ negotiation }: BaseState, { answers = [] }: BroughtText): readonly Taken[] =>
  answers
    .flatMap(({ no, state: becomes }) => {
      const one = negotiation?.proposals[no]
      return one === undefined || becomes !== 'accepted' ? [] : [{ ...one, no }]
    })
    .toSorted((one, other) => one.no - other.no)

/**
 * Whether a clause reads as the proposals make it read: one of them alone, or the first ones of those that one decision brought.
 * How others read together nobody has said, so they are not taken in without asking.
 */
const readsAsAccepted = (
  { negotiation }: BaseState,
  { clause, taken, now }: { readonly clause: ClauseId; readonly taken: readonly Taken[]; readonly now: ClauseMarks },
): boolean => {
  const last = taken.at(-1)
  if (last?.reads === undefined) return false
  const first = Object.entries(negotiation?.proposals ?? {}).filter(
    ([no, one]) => one.clause === clause && one.step === last.step && Number(no) <= last.no,
  )
  const isRow = first.length === taken.length && taken.every(({ step }) => step === last.step)
  const readings = [...(taken.length === 1 ? [last.reads.alone] : []), ...(isRow ? [last.reads.together] : [])]
  return readings.some((hashes) => isSameMark({ hashes }, now[clause]))
}
