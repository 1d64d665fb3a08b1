import type { TextReference } from '../values/text-reference.js'
import type { ReadValues } from './read-values.js'

/** A form as it travels: what the engine reads of it, and where the rest lies sealed. */
export interface FilledForm {
  readonly version: number
  /** The answers as they were handed in, kept outside Temporal, by id and salted hash. */
  readonly content: TextReference
  readonly read: ReadValues
  /** The exhibits that are cited anywhere in it, and the activities that somebody outside confirmed. */
  readonly exhibits?: readonly string[]
}
