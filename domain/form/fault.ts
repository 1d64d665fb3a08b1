import type { LocalText } from '../locale.js'

/** What is wrong with one answer: where, and what is asked there. It never repeats what was typed, which may name somebody. */
export interface AnswerFault {
  /** The codes on the way to it: field, row, column. */
  readonly at: readonly string[]
  /** What a person reads of the way, outermost first. */
  readonly labels: readonly LocalText[]
  /** What is asked there, as the end of a sentence. */
  readonly needs: LocalText
}

/** One fault right here. */
export const wrong = (en: string, chinese: string): readonly AnswerFault[] => [
  { at: [], labels: [], needs: { en, 'zh-CN': chinese } },
]

/** Nothing is wrong. */
export const sound: readonly AnswerFault[] = []

/** The same faults, seen from one level further out. */
export const inside = (
  { code, label }: { readonly code: string; readonly label: LocalText },
  faults: readonly AnswerFault[],
): readonly AnswerFault[] =>
  faults.map(({ at, labels, needs }) => ({ at: [code, ...at], labels: [label, ...labels], needs }))

/** The faults of parts that must each be sound. */
export const every = (...parts: readonly (readonly AnswerFault[])[]): readonly AnswerFault[] => parts.flat()

/** Where a fault is, as JSON Pointer has it. */
export const pointer = ({ at }: AnswerFault): string => at.map((part) => `/${part}`).join('')
