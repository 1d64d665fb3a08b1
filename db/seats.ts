import { sql, type RawBuilder } from 'kysely'
import type { Instant } from '../domain/ids.js'

/**
 * Whether a row of `mandate`, under the name it has in a statement, may be acted with at an instant: begun, not ended, not
 * revoked; and where it was lent, the own seat it was lent from as well (SD7).
 */
export const seatInForce = (name: string, at: Instant | RawBuilder<Instant>): RawBuilder<boolean> => {
  const seat = sql.ref(name)
  const moment = typeof at === 'string' ? sql`${at}::timestamptz` : at
  const inForce = (one: RawBuilder<unknown>) =>
    sql`${one}.revoked_at is null and ${one}.from_at <= ${moment} and (${one}.until_at is null or ${one}.until_at > ${moment})`
  return sql<boolean>`(${inForce(seat)} and (${seat}.lends is null or exists (
    select from mandate as own where own.id = ${seat}.lends and ${inForce(sql.ref('own'))})))`
}
