import type { PersonId } from '../ids.js'
import type { Refusal } from '../refusal.js'
import type { By } from '../values/by.js'

/** Something that waits for a second person. */
export interface Waiting {
  readonly by: PersonId
  /** The entry of the programme's record that asked for it. */
  readonly seq: number
}

/**
 * Why somebody is not the second person to what waits (SD10): who asked for it confirms nothing, and who read another entry than the
 * one that waits now has read another text.
 */
export const notAsRead = (
  waits: Waiting,
  { by, step, seq }: { readonly by: By; readonly step: string; readonly seq: number },
): Refusal | undefined => {
  if (waits.by === by.person) return { code: 'second_person_needed', detail: { step, rule: 'SD10' } }
  return seq === waits.seq ? undefined : { code: 'other_entry_waits', detail: { got: seq, waits: waits.seq } }
}
