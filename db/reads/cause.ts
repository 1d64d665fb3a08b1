import { sql, type RawBuilder } from 'kysely'

/** An entry, read as `entry`, tells an act of a person: the same as `doerOf`, asked in the database. */
export const isAct: RawBuilder<boolean> = sql<boolean>`(entry.payload -> 'by') is not null`

/**
 * The act an entry of the engine came from: the last one before it of the same command. The entries of a command stand side by
 * side, and its index gives them alone. Null: an act itself, or what the clock brought.
 */
export const causeOf: RawBuilder<number | null> = sql<number | null>`(
  select max(cause.seq) from ledger_entry cause
  where cause.command_id = entry.command_id and cause.stream = entry.stream
    and cause.seq < entry.seq and (cause.payload -> 'by') is not null
    and (entry.payload -> 'by') is null
)`
