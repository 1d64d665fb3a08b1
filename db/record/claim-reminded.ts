import { sql, type Transaction } from 'kysely'
import { granted, refused } from './claimed.js'
import type { Claimed, ClaimOf } from './claimed.js'
import type { Database } from '../schema.js'

/**
 * Whether enough reminders of a step reached somebody (R3, E3). One came back when the mail server returned every letter
 * of it; letters still on their way count as sent, and in a rehearsal, whose letters may be kept here, all do.
 */
export async function testReminded(
  trx: Transaction<Database>,
  { stream, claim: { step, rungs, times } }: ClaimOf<'reminded'>,
): Promise<Claimed> {
  const { rows } = await sql<{ rung: number; returned: boolean }>`
    select (entry.payload ->> 'rung')::integer as rung, bool_and(letter.state = 'failed') as returned
    from ledger_entry entry
    join letter on letter.base = entry.stream and letter.seq = entry.seq and letter.kind = 'reminded'
    join base on base.id = entry.stream and not base.rehearsal
    where entry.stream = ${stream} and entry.type = 'reminded' and entry.payload ->> 'step' = ${step}
    group by entry.seq, entry.payload
    order by entry.seq`.execute(trx)
  const counted = rows.filter(({ rung }) => rungs.includes(rung))
  const lost = counted.find(({ returned }) => returned)
  return lost === undefined || counted.length - counted.filter(({ returned }) => returned).length >= times
    ? granted
    : refused({ code: 'reminder_bounced', step, rung: lost.rung })
}
