import { sql, type Transaction } from 'kysely'
import { granted, refused } from './claimed.js'
import type { Claimed, ClaimOf } from './claimed.js'
import type { Database } from '../schema.js'

/**
 * Whether enough reminders of a step reached somebody of the side that is asked (R3, E3): a copy for others says nothing of that, nor does
 * one for which nobody was there. A letter came back when the mail server returned it at once or by a mail afterwards; one that is
 * still on its way counts as sent. In a rehearsal, whose letters may be kept here, all do.
 */
export async function testReminded(
  trx: Transaction<Database>,
  { stream, claim: { step, rungs, times, readers } }: ClaimOf<'reminded'>,
): Promise<Claimed> {
  const { rows } = await sql<{ rung: number | null; arrived: boolean }>`
    select (entry.payload ->> 'rung')::integer as rung, exists (
      select from letter
      join mandate on mandate.programme = letter.programme and mandate.person = letter.recipient
        and mandate.role = any(${[...readers]}) and (mandate.base is null or mandate.base = letter.base)
      where letter.base = entry.stream and letter.seq = entry.seq and letter.kind = 'reminded'
        and letter.state not in ('failed', 'bounced')
    ) as arrived
    from base
    left join ledger_entry entry on entry.stream = base.id and entry.type = 'reminded' and entry.payload ->> 'step' = ${step}
    where base.id = ${stream} and not base.rehearsal
    order by entry.seq`.execute(trx)
  const counted = rows.filter(({ rung }) => rung === null || rungs.includes(rung))
  const lost = counted.find(({ arrived }) => !arrived)
  return rows.length === 0 || counted.filter(({ arrived }) => arrived).length >= times
    ? granted
    : refused({ code: 'reminder_bounced', step, rung: lost?.rung ?? rungs.at(-1) ?? 0 })
}
