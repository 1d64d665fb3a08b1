import type { Transaction } from 'kysely'
import type { Database } from '../schema.js'
import type { RowChange } from './change.js'
import type { Placed } from './placed-event.js'

/**
 * What was prepared is asked from now on, and its letter waits for the relay; the link of a question in whose place it comes is dead. A
 * question whose address is not there, because the ledger was written again from elsewhere, stands as one that could not be delivered.
 */
export const thirdPartyAsked = (
  trx: Transaction<Database>,
  placed: Placed<'third_party_asked'>,
): readonly RowChange[] => {
  const { instead } = placed.event
  return [questionAsked(trx, placed), ...(instead === undefined ? [] : [questionReplaced(trx, instead)])]
}

const questionReplaced = (trx: Transaction<Database>, id: string): RowChange => ({
  row: `third_party/${id}`,
  statement: trx
    .updateTable('third_party')
    .set({ state: 'failed', address: null, token_hash: null })
    .where('id', '=', id)
    .where('answer', 'is', null),
})

const questionAsked = (
  trx: Transaction<Database>,
  { stream: base, at, event: { confirmation: id, activity, until } }: Placed<'third_party_asked'>,
): RowChange => ({
  row: `third_party/${id}`,
  statement: trx
    .insertInto('third_party')
    .values({
      id,
      base,
      activity,
      language: 'en',
      address: null,
      prepared_at: at,
      asked_at: at,
      until,
      state: 'failed',
      next_attempt_at: null,
      response: null,
      token_hash: null,
      answer: null,
      own_number: null,
      capacity: null,
      answered_at: null,
      seal: null,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ asked_at: at, until, state: 'queued', next_attempt_at: at }),
    ),
})
