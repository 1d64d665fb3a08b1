import type { Transaction } from 'kysely'
import { aheadOf } from '../reads/turns.js'
import type { Database } from '../schema.js'
import { granted, refused } from './claimed.js'
import type { Claimed, ClaimOf } from './claimed.js'

/** Whether no base that ranks before this one in the session still waits for the same decision (R9). */
export async function testTurn(
  trx: Transaction<Database>,
  { claim: { of, session, step, passedOverAfter }, stream }: ClaimOf<'turn'>,
): Promise<Claimed> {
  const ahead = await aheadOf(trx, { of, session, step, passedOverAfter, base: stream })
  return ahead.length === 0 ? granted : refused({ code: 'out_of_turn', session, ahead })
}
