import type { Transaction } from 'kysely'
import type { EventOf, EventType } from '../../domain/event.js'
import type { RowChange } from './change.js'
import { baseProjectors } from './project-base.js'
import { programmeProjectors } from './project-programme.js'
import type { Placed } from './placed-event.js'
import type { Database } from '../schema.js'

type Projectors = {
  readonly [T in EventType]: (trx: Transaction<Database>, placed: Placed<T>) => readonly RowChange[]
}

/** Every event type there is: one without a projector does not compile. */
const projectors: Projectors = { ...baseProjectors, ...programmeProjectors }

/** The changes one event makes to the read models. */
export const project = (trx: Transaction<Database>, { event, ...place }: Placed<EventType>): readonly RowChange[] =>
  dispatch(event.type, { trx, event, place })

interface Dispatched<T extends EventType> {
  readonly trx: Transaction<Database>
  readonly event: EventOf<T>
  readonly place: Omit<Placed<EventType>, 'event'>
}

const dispatch = <T extends EventType>(type: T, { trx, event, place }: Dispatched<T>): readonly RowChange[] =>
  projectors[type](trx, { ...place, event })
