import type { LocalText } from './locale.js'
import type { StepId } from './values/step-key.js'

/** How far the story of one matter has come: whether it is settled, and the effects it has had. */
export interface MatterTelling {
  readonly no: number
  readonly isSettled: boolean
  readonly effects: Readonly<Record<string, number>>
  /** What it waits for without anybody having to act. */
  readonly rests?: LocalText
  /** The decision of it that redress is about, though nothing has ended by it yet. */
  readonly contested?: StepId
}
