import type { PlainDate } from '../calendar-date.js'
import type { AnyEvent, Recorded } from '../event.js'
import type { OnExhibit } from '../events/exhibits.js'
import type { EvidenceClass } from '../form/field.js'
import type { Instant, PersonId } from '../ids.js'
import { defined } from '../values/defined.js'
import type { ExhibitReaders, ExhibitStatus } from './exhibit.js'
import type { ExhibitKind } from './kinds.js'

/** An exhibit as it stood after some entries. */
export interface ExhibitThen {
  readonly id: string
  readonly kind: ExhibitKind
  readonly readers: ExhibitReaders
  readonly status: ExhibitStatus
  readonly classProposed: EvidenceClass
  /** The one that was set; absent before. */
  readonly class?: EvidenceClass
  readonly receivedAt: Instant
  readonly expiresOn?: PlainDate
  readonly stage: number
  readonly person: PersonId
}

/** What had been brought to prove facts by some entries of a base, in its order, with what was replaced since (14.25). */
export const exhibitsThen = (entries: readonly Recorded<AnyEvent>[]): readonly ExhibitThen[] => {
  const found = new Map<string, ExhibitThen>()
  for (const { event, occurredAt } of entries) {
    if (event.type === 'exhibit_received') {
      const { exhibit: id, kind, readers, classProposed, stage, expiresOn, by } = event
      const own = { id, kind, readers, classProposed, stage, ...defined({ expiresOn }), person: by.person }
      found.set(id, { ...own, status: 'received', receivedAt: occurredAt })
    }
    // An act may count before what it was done on; then there is nothing it changes.
    const [one, change] = 'exhibit' in event ? [found.get(event.exhibit), changeBy(event)] : []
    if (one !== undefined) found.set(one.id, { ...one, ...change })
  }
  return [...found.values()]
}

const changeBy = (event: OnExhibit): Partial<Pick<ExhibitThen, 'status' | 'class'>> => {
  switch (event.type) {
    case 'exhibit_received':
      return {}
    case 'exhibit_superseded':
      return { status: 'superseded' }
    case 'exhibit_checked':
      return { status: 'checked', class: event.class }
    case 'exhibit_accepted':
      return { status: 'accepted' }
    case 'exhibit_returned':
      return { status: 'returned' }
  }
}
