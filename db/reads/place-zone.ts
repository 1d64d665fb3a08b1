import { sql, type RawBuilder } from 'kysely'

/** The time zone of the place of a base, read as `base`, as it was nominated (R4). Null: nothing is recorded of it yet. */
export const placeZone: RawBuilder<string | null> = sql<string | null>`(
  select first.payload #>> '{cluster,zone}' from ledger_entry first where first.stream = base.id and first.seq = 1
)`
