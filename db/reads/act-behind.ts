import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import type { Database } from '../schema.js'

/** An act of somebody, and when it was taken back. */
export interface ActBehind {
  readonly recordedAt: Instant
  /** When the step it was done on was voided, by whatever record came later; null: it stands. */
  readonly voidedAt: Instant | null
}

/** The act of a person on a step whose record wrote an entry; undefined where none did: the clock, or a command of another kind. */
export async function actBehind(
  db: Kysely<Database>,
  { base, seq }: { readonly base: string; readonly seq: number },
): Promise<ActBehind | undefined> {
  const { rows } = await sql<ActBehind>`
    select act.recorded_at as "recordedAt", (
      select min(voided.recorded_at) from ledger_entry voided
      where voided.stream = act.stream and voided.seq > act.seq and voided.type = 'step_voided'
        and voided.command_id <> act.command_id and voided.payload ->> 'step' = act.payload ->> 'step') as "voidedAt"
    from ledger_entry entry join ledger_entry act on act.command_id = entry.command_id and act.type = 'step_acted'
      and act.stream = entry.stream and act.actor is not null
    where entry.stream = ${base} and entry.seq = ${seq}
    order by act.seq limit 1`.execute(db)
  return rows[0]
}
