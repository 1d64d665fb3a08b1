import { sql, type Kysely } from 'kysely'
import type { BaseId, Instant } from '../../domain/ids.js'
import type { Database } from '../schema.js'
import { seatInForce } from '../seats.js'
import { clockOfRow } from './bases-asked.js'

/** A base with a step that waits for people, and the seats in force by which somebody may be there since. */
export interface SeatedAtVacancy {
  readonly base: BaseId
  readonly namespace: string
  /** Step and seat, one text each. */
  readonly seats: readonly string[]
}

/**
 * The bases of open steps on which too few might act when it was last looked, beside the own seats that reach these steps now. A base
 * learns of its holders when an entry touches a step; a seat that is given, or begins, later is an entry of another stream or of none.
 */
export const seatedAtVacancies = async (
  db: Kysely<Database>,
  { now, most }: { readonly now: Instant; readonly most: number },
): Promise<readonly SeatedAtVacancy[]> => {
  const { rows } = await sql<SeatedAtVacancy>`
    select base.id as base, programme.namespace,
      array_agg(distinct step.id || ' ' || seat.id order by step.id || ' ' || seat.id) as seats
    from step
    join base on base.id = step.base and base.closed_at is null
    join programme on programme.id = base.programme
    join mandate as seat on seat.programme = base.programme and seat.lends is null
      and (seat.role = step.role or seat.role = any(step.also_roles) or seat.person = any(step.substitutes))
      and (seat.base is null or seat.base = base.id) and ${seatInForce('seat', clockOfRow(now))}
    where step.vacant and step.closed_at is null
    group by base.id, programme.namespace
    order by base.id
    limit ${most}`.execute(db)
  return rows
}
