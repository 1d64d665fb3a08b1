import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { BaseId, Instant, PersonId } from '../../domain/ids.js'
import type { StepId } from '../../domain/values/step-key.js'
import type { Database } from '../schema.js'

/** An act of somebody, and when it was taken back. */
export interface ActBehind {
  readonly step: StepId
  readonly recordedAt: Instant
  /** When the step it was done on was voided, by whatever record came later; null: it stands. */
  readonly voidedAt: Instant | null
}

/**
 * The act of a person on a step whose record wrote an entry; undefined where none did: the clock, or a command of another
 * kind.
 */
export async function actBehind(
  db: Kysely<Database>,
  { base, seq }: { readonly base: BaseId; readonly seq: number },
): Promise<ActBehind | undefined> {
  const { rows } = await sql<ActBehind>`
    select act.payload ->> 'step' as step, act.recorded_at as "recordedAt", (
      select min(voided.recorded_at) from ledger_entry voided
      where voided.stream = act.stream and voided.seq > act.seq and voided.type = 'step_voided'
        and voided.command_id <> act.command_id and voided.payload ->> 'step' = act.payload ->> 'step') as "voidedAt"
    from ledger_entry entry
    join ledger_entry act on act.command_id = ${commandBehind('entry')} and act.type = 'step_acted'
      and act.stream = entry.stream and act.actor is not null
    where entry.stream = ${base} and entry.seq = ${seq}
    order by act.seq limit 1`.execute(db)
  return rows[0]
}

/** The command by which an entry came to be: a paper is made in a record of its own, and counts as what ordered it. */
const commandBehind = (name: string) => {
  const entry = sql.ref(name)
  return sql`coalesce((
    select ordering.command_id from ledger_entry ordering
    where ${entry}.type = 'document_made' and ordering.stream = ${entry}.stream and ordering.seq < ${entry}.seq
      and ordering.type = 'document_ordered' and ordering.payload ->> 'order' = ${entry}.payload ->> 'order'
    limit 1), ${entry}.command_id)`
}

/** An act that was undone: when it was done, when it was voided, and whether any letter of it has left, or may have. */
export interface UndoneAct {
  readonly recordedAt: Instant
  readonly voidedAt: Instant
  readonly isTold: boolean
}

/** The acts whose effects an entry undoes, each as it stood last on its step, and what their reader was told of them. */
export async function actsUndone(
  db: Kysely<Database>,
  { base, seq, recipient }: { readonly base: BaseId; readonly seq: number; readonly recipient: PersonId },
): Promise<readonly UndoneAct[]> {
  const { rows } = await sql<UndoneAct>`
    select act.recorded_at as "recordedAt", undone.recorded_at as "voidedAt", exists (
      select from letter
      join ledger_entry told on told.stream = letter.base and told.seq = letter.seq
      where letter.base = act.stream and letter.seq < undone.seq and letter.recipient = ${recipient}
        and ${commandBehind('told')} = act.command_id
        and (letter.state not in ('queued', 'not_needed') or letter.sent_with is not null)) as "isTold"
    from ledger_entry undone
    join ledger_entry voided on voided.stream = undone.stream and voided.command_id = undone.command_id
      and voided.type = 'step_voided'
    join lateral (
      select last.* from ledger_entry last
      where last.stream = voided.stream and last.seq < voided.seq and last.type = 'step_acted'
        and last.payload ->> 'step' = voided.payload ->> 'step'
      order by last.seq desc limit 1) act on true
    where undone.stream = ${base} and undone.seq = ${seq}`.execute(db)
  return rows
}
