import type { PersonId } from './ids.js'
import type { Refusal } from './refusal.js'

/** Something that waits for a second person. */
export interface Waiting {
  readonly by: PersonId
  /** The entry of the record that asked for it. */
  readonly seq: number
}

interface Confirming {
  readonly by: { readonly person: PersonId }
  readonly step: string
  /** The entry that was read. */
  readonly seq: number
  /** By which rule it takes two; left out: SD10. */
  readonly rule?: string
}

/**
 * Why somebody is not the second person to what waits (SD10, 8.13, R16, R17): who asked for it confirms nothing, and who read another
 * entry than the one that waits now has read another text.
 */
export const notAsRead = (waits: Waiting, { by, step, seq, rule = 'SD10' }: Confirming): Refusal | undefined => {
  if (waits.by === by.person) return { code: 'second_person_needed', detail: { step, rule } }
  return seq === waits.seq ? undefined : { code: 'other_entry_waits', detail: { got: seq, waits: waits.seq } }
}
