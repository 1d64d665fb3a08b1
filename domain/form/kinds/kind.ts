import { sound, type AnswerFault } from '../fault.js'
import type { FormField, FieldKind, FieldOf } from '../field.js'
import type { ReadCell } from '../read-values.js'

/** All that is known of one kind of field, besides its name. */
export interface KindOfField<F extends FormField> {
  /** What is wrong with an answer as it came. */
  readonly check: (value: unknown, field: F) => readonly AnswerFault[]
  /** What of a sound answer the engine reads; absent: nothing of this kind ever travels. */
  readonly read?: (value: unknown, field: F) => ReadCell | undefined
  /** What is wrong with a value that is said to have been read: the core sees no other. */
  readonly checkRead?: (value: unknown, field: F) => readonly AnswerFault[]
  /** An answer that fits, plainly invented; the number makes one differ from the next. */
  readonly example: (field: F, number: number) => unknown
}

/** One for each kind. */
export type Kinds = { readonly [K in FieldKind]: KindOfField<FieldOf<K>> }

type Keyed = Readonly<Record<string, unknown>>

/** Whether a value is an object with keys. */
export const isKeyed = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as an object with keys; an empty one where it is none. */
export const keyed = (value: unknown): Keyed => (isKeyed(value) ? value : {})

/** A value as a list; an empty one where it is none. */
export const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** What is wrong where an object has keys that nobody asked for. */
export const noOther = (
  value: Keyed,
  { known, needs }: { readonly known: readonly string[]; readonly needs: readonly AnswerFault[] },
): readonly AnswerFault[] => (strangeKeys(value, known).length === 0 ? sound : needs)

const strangeKeys = (value: Keyed, known: readonly string[]): readonly string[] =>
  Object.keys(value).filter((key) => !known.includes(key))
