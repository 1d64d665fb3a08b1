import type { AnyEvent } from '../event.js'
import type { Option, StepId, StepKey } from '../values/step-key.js'
import type { FiledForm } from './items.js'

/** An entry of the ledger of a base. */
export interface FormEntry {
  readonly seq: number
  readonly at: string
  readonly event: AnyEvent
}

/** A visit that closed, and how. */
export interface Closing {
  readonly step: StepId
  readonly key: StepKey
  readonly option: Option
  readonly stage: number
  readonly seq: number
}

type Filed = Omit<FiledForm, 'closedSeq'>

/** The kinds of entry that say which forms count, and when a visit began. */
export const filedFormEntries = [
  'stage_entered',
  'step_opened',
  'step_acted',
  'step_closed',
  'step_recused',
  'step_voided',
] as const

/**
 * The forms that count on the visits that closed, visit by visit in the order of closing: the last of each person, none of whoever
 * recused, none of a visit that was voided.
 */
export const filedFormsIn = (
  entries: readonly FormEntry[],
): { readonly filed: readonly FiledForm[]; readonly closings: readonly Closing[] } => {
  let stage = 0
  const open = new Map<StepId, readonly Filed[]>()
  const closed = new Map<StepId, { readonly forms: readonly Filed[]; readonly closing: Closing }>()
  for (const { seq, at, event } of entries) {
    if (event.type === 'stage_entered') stage = event.no
    if (event.type === 'step_acted' && event.form !== undefined) {
      const { step, key, form, by } = event
      const others = (open.get(step) ?? []).filter(({ person }) => person === null || person !== by.person)
      open.set(step, [...others, { step, key, stage, seq, at, read: form.read, person: by.person }])
    }
    if (event.type === 'step_recused') {
      const { step, person: recused } = event
      open.set(
        step,
        (open.get(step) ?? []).filter(({ person }) => person !== recused),
      )
    }
    if (event.type === 'step_closed') {
      const { step, key, option } = event
      closed.set(step, { forms: open.get(step) ?? [], closing: { step, key, option, stage, seq } })
    }
    if (event.type === 'step_voided') closed.delete(event.step)
  }
  const visits = [...closed.values()]
  return {
    filed: visits.flatMap(({ forms, closing }) => forms.map((form) => ({ ...form, closedSeq: closing.seq }))),
    closings: visits.map(({ closing }) => closing),
  }
}
