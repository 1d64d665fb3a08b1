import { sql } from 'kysely'
import type { Kysely, RawBuilder, Selectable } from 'kysely'
import type { Instant } from '../../domain/ids.js'
import { kept } from '../kept-statements.js'
import { isAnySealFor, isUnderCurrentKey, sealFor } from './row-seal.js'
import type { Database } from '../schema.js'
import type { MandateTable } from '../schema/programme-tables.js'
import type { RowSealTable } from '../schema/seal-tables.js'

type Db = Kysely<Database>

/** All that was granted with a seat; whether it was taken back since is no part of it. */
type Seat = Omit<Selectable<MandateTable>, 'revoked_at'>
type Lent = 'delegator' | 'lends' | 'steps'
type NewSeat = Omit<Seat, Lent> & Partial<Pick<Seat, Lent>>

/** The row that goes with a mandate that is granted: without it nobody may act with that seat. */
export const seatSeal = (seat: NewSeat): RowSealTable => {
  const { delegator = null, lends = null, steps = null, ...own } = seat
  return { kind: 'seat', subject: seat.id, seal: sealFor('seat', factsOf({ ...own, delegator, lends, steps })) }
}

/** A mandate with every seal that lies beside it, as `sealsOfSeat` selects them. */
export type SeatWithSeals = Seat & { readonly seals: readonly string[] }

/** Selects the seals of a row of `mandate`, under the name it has in a statement. */
export const sealsOfSeat = (name: string): RawBuilder<readonly string[]> =>
  sql`array(select seal from row_seal where kind = 'seat' and subject = ${sql.ref(`${name}.id`)})`

/** Whether a mandate is one that was granted: a seal beside it is true of all it says. */
export const isGranted = (seat: SeatWithSeals): boolean =>
  isAnySealFor('seat', { facts: factsOf(seat), seals: seat.seals })

/** The first of some mandates that nobody granted; undefined where each is known and was granted. */
export async function firstUngranted(db: Db, mandates: readonly string[]): Promise<string | undefined> {
  if (mandates.length === 0) return undefined
  const { rows } = await sql<SeatWithSeals>`
    ${kept} select id, programme, base, person, organisation, role, from_at, until_at, granted_seq, delegator, lends, steps,
      ${sealsOfSeat('mandate')} as seals
    from mandate where id = any(${mandates})`.execute(db)
  const granted = new Set(rows.filter(isGranted).map(({ id }) => id))
  return mandates.find((id) => !granted.has(id))
}

/** Seals seats that were granted under a former key of the installation under the current one too; harmless to repeat. */
export async function sealSeatsAnew(db: Db): Promise<void> {
  const { rows } = await sql<SeatWithSeals>`
    select mandate.*, ${sealsOfSeat('mandate')} as seals from mandate`.execute(db)
  const former = rows.filter((row) => isGranted(row) && !row.seals.some(isUnderCurrentKey))
  for (let at = 0; at < former.length; at += 500)
    await db
      .insertInto('row_seal')
      .values(former.slice(at, at + 500).map(seatSeal))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

const factsOf = (seat: Seat) => [
  seat.id,
  seat.programme,
  seat.base,
  seat.person,
  seat.organisation,
  seat.role,
  atMilliseconds(seat.from_at),
  seat.until_at === null ? null : atMilliseconds(seat.until_at),
  seat.granted_seq,
  seat.delegator,
  seat.lends,
  seat.steps,
]

/** As the database keeps it. */
const atMilliseconds = (instant: Instant): Instant => new Date(instant).toISOString()
