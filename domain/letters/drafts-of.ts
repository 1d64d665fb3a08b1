import type { AnyEvent, EventOf, EventType } from '../event.js'
import { defined } from '../values/defined.js'
import type { Sent } from './letter.js'
import { letterKinds, letters, type LetterKind } from './letters.js'

/** A letter as an event sends it, with the step it is about. */
export interface LetterDraft extends Sent {
  readonly kind: LetterKind
  readonly step?: string
}

/** The letters an event sends, seen with the events of the same record; none for the many that send none. */
export const draftsOf = (event: AnyEvent, beside: readonly AnyEvent[]): readonly LetterDraft[] =>
  dispatch(event.type, { event, beside })

interface Told<T extends EventType> {
  readonly event: EventOf<T>
  readonly beside: readonly AnyEvent[]
}

const dispatch = <T extends EventType>(type: T, { event, beside }: Told<T>): readonly LetterDraft[] =>
  letterKinds.flatMap((kind) => {
    const sent = letters[kind].on[type]?.(event, beside)
    return sent === undefined ? [] : [{ kind, ...defined({ step: sent.facts.step }), ...sent }]
  })
