import type { OutgoingLetter } from '../../db/writes/letters.js'
import type { LetterKind } from '../../domain/letters/letters.js'
import type { Option } from '../../domain/values/step-key.js'
import type { StepState } from '../../domain/state.js'
import type { Actor } from '../../domain/values/actor.js'
import type { ReasonCode } from '../../domain/reason-code.js'
import { defined } from '../../domain/values/defined.js'
import { aBase, type ABase } from '../support/a-base.js'
import { decisionOn } from '../support/acting.js'

interface Reading {
  readonly base: ABase
  /** The reader with all seats. */
  readonly reader: Actor
}

/**
 * What a letter says against the base as it stands at this moment; undefined where all of it is so. It asks neither the
 * rule by which letters are kept back nor the one by which lists are made: whoever is asked to act sends each decision
 * there is, and the judge answers.
 */
export const whyUntrue = (letter: OutgoingLetter, reading: Reading): string | undefined => {
  const { kind, step: id, facts, recipient } = letter
  const state = reading.base.state()
  const told = `${kind} ${id ?? ''} to ${recipient}`
  if (facts.status !== undefined && facts.status !== state.status) return `${told}: the status is ${state.status}`
  if (id === null || !aboutOpenSteps.has(kind)) return undefined
  const step = state.stage?.steps[id]
  if (step === undefined || step.outcome !== undefined) return `${told}: the step does not wait any more`
  if (facts.dueAt !== undefined && facts.dueAt !== step.dueAt) return `${told}: it is due at ${step.dueAt}`
  const refused = asking.has(kind) ? refusedWhatever(reading, step) : []
  return refused.length === 0 ? undefined : `${told}: each decision would be refused: ${refused.join(', ')}`
}

/** Of the options a letter names those that the judge would refuse of its reader, with his answer. */
export const untrueOptions = (
  { step: id, recipient, kind }: OutgoingLetter,
  { base, reader, named }: Reading & { readonly named: readonly Option[] },
): readonly string[] =>
  named.flatMap((option) => {
    const refused = codesOf(base, { id, option }).map((code) => refusalOf({ base, reader }, { id, option, code }))
    const isTaken = refused.some((no) => no === undefined || aboutTheRows.has(no))
    return isTaken ? [] : [`${kind} ${id} to ${recipient}: ${option}: ${refused.join(', ')}`]
  })

/** An option may be borne by one of its reason codes alone. */
const codesOf = (
  base: ABase,
  { id, option }: { id: string | null; option: Option },
): readonly (ReasonCode | undefined)[] => {
  const key = base.state().stage?.steps[id ?? '']?.key ?? ''
  return base.procedure.steps[key]?.options[option]?.codes ?? [undefined]
}

const refusalOf = (
  { base, reader }: Reading,
  { id, option, code }: { id: string | null; option: Option; code: ReasonCode | undefined },
): string | undefined => {
  const trial = aBase({ from: base.saved(), procedure: base.procedure })
  const step = trial.state().stage?.steps[id ?? '']
  if (step === undefined) return 'the step is not there'
  const judgement = trial.send({ ...decisionOn(trial, { step, option }), ...defined({ code }) }, { actor: reader })
  return judgement.ok ? undefined : judgement.refusal.code
}

const aboutOpenSteps = new Set<LetterKind>(['step_opened', 'reminded', 'escalated', 'deadline_moved', 'vacancy_found'])
const asking = new Set<LetterKind>(['step_opened', 'reminded'])

/** With other readings of the gates it would be taken: what the rows of the form say decides (1.5a). */
const aboutTheRows = new Set(['gates_all_passed', 'gate_not_passed'])

/** Refusals that are about who sends, whatever is sent. */
const aboutTheSender = new Set([
  'act_in_person',
  'already_acted',
  'assigned_to_another',
  'opened_by_another',
  'delegation_over',
  'interest_declared',
  'mandate_not_in_force',
  'no_seat_left',
  'not_in_team',
  'not_your_role',
  'organisation_country_missing',
  'seat_forbids',
  'seat_kept_for_chair',
  'separation_of_duties',
])

/** The refusals of a reader from whom no decision would be taken; none where one would, or would but for what it says. */
const refusedWhatever = ({ base, reader }: Reading, step: StepState): readonly string[] => {
  const refused = new Set<string>()
  for (const option of base.procedure.steps[step.key]?.order ?? []) {
    const trial = aBase({ from: base.saved(), procedure: base.procedure })
    const judgement = trial.send(decisionOn(trial, { step, option }), { actor: reader })
    if (judgement.ok || !aboutTheSender.has(judgement.refusal.code)) return []
    refused.add(judgement.refusal.code)
  }
  return [...refused]
}
