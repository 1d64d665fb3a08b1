import { keysWhere, steps } from '../../domain/gicc/steps.js'
import type { ScriptedAnswer, Answers } from './story.js'

/** Where a rehearsal goes on by another answer than the first of the step. */
const otherwise: Readonly<Record<string, string>> = {
  '1.10w': 'window_closed',
  '4.3': 'filed',
  '5.5a': 'visited',
  '5.14a': 'record_receipts',
}

/** The answer that moves a step forward: its first option, as people see them; a cluster's play or a script may say otherwise. */
export const usualAnswer = (key: string): string | undefined =>
  byClock.includes(key) ? undefined : (otherwise[key] ?? steps[key]?.order[0])

/** Steps that must run their full time before they can be decided (2.9 notice, six-month check of a yellow). */
export const runsFull: readonly string[] = keysWhere((step) => step.runsFull === true)

/** Decided in rank order over all bases of the programme, because places and slots are scarce (R9). */
export const ranked: readonly string[] = ['1.10', '2.10']
/** The one of them that a session of the committee opens. */
export const rankedInSession = '1.10'

/** Nobody acts here: a review opens on its date, a term or a notice ends on its own, and the programme offers slots. */
export const byClock: readonly string[] = keysWhere(
  ({ decides, options }) => decides.by === 'clock' || Object.values(options).every((rule) => rule.byClock === true),
)

/**
 * What is answered on one visit of a step. `visit` counts from 1 over the life of the base, as the number at the end of
 * a step's id does. Throws for a step no answer is known for.
 */
export const answerOn = (
  { key, visit }: { readonly key: string; readonly visit: number },
  { answers, ratings }: { readonly answers: Answers; readonly ratings: Readonly<Record<string, string>> },
): ScriptedAnswer & { readonly option: string } => {
  const planned = answers[key]
  const own: ScriptedAnswer = (isSeries(planned) ? (planned[visit - 1] ?? planned.at(-1)) : planned) ?? {}
  const option = own.option ?? ratings[key] ?? usualAnswer(key)
  if (option === undefined) throw new TypeError(`no answer is known for step ${key}`)
  return { ...own, option }
}

const isSeries = (planned: Answers[string] | undefined): planned is ScriptedAnswer[] => Array.isArray(planned)
