import type { Transaction } from 'kysely'
import type { RecordRequest } from '../../domain/record.js'
import type { Database } from '../schema.js'
import { isLinkSealed } from '../seals/link-seal.js'
import type { RowChange } from './change.js'
import { granted, refused } from './claimed.js'
import type { Claimed, ClaimOf } from './claimed.js'

/**
 * Whether a link may act: made by this programme for just this person, seat, base and step, neither used nor revoked (0051). Its
 * row stays locked until the transaction ends, so that of two who use it at once one finds it used.
 */
export async function testLink(trx: Transaction<Database>, { claim, stream }: ClaimOf<'link'>): Promise<Claimed> {
  const { link: id, person, seat, step } = claim
  const row = await trx
    .selectFrom('act_link')
    .selectAll()
    .where('id', '=', id)
    .where('person', '=', person)
    .where('seat', '=', seat)
    .where('base', '=', stream)
    .where('step', '=', step)
    .where('used_by', 'is', null)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  const isOurs =
    row !== undefined &&
    isLinkSealed(
      { id, person, seat, base: stream, step, documents: row.documents, tokenHash: row.token_hash },
      row.seal,
    )
  return isOurs ? granted : refused({ code: 'link_dead', link: id })
}

/** Uses up the links that were claimed, where the entries are written. */
export const usedLinks = (
  trx: Transaction<Database>,
  { claims, commandId, occurredAt }: Pick<RecordRequest, 'claims' | 'commandId' | 'occurredAt'>,
): readonly RowChange[] =>
  claims.flatMap((claim) =>
    claim.claim === 'link'
      ? [
          {
            row: `act_link/${claim.link}`,
            statement: trx
              .updateTable('act_link')
              .set({ used_at: occurredAt, used_by: commandId })
              .where('id', '=', claim.link),
          },
        ]
      : [],
  )
