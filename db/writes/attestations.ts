import type { Kysely } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import type { Database } from '../schema.js'
import type { CheckpointAttestationTable } from '../schema/checkpoint-tables.js'

/**
 * Keeps what an outsider added to a checkpoint. `kept`: now or before, the same; `other`: the same one has given another
 * before, which stays; `unknown`: there is no such checkpoint.
 */
export async function saveAttestation(
  db: Kysely<Database>,
  attestation: Omit<CheckpointAttestationTable, 'received_at'>,
): Promise<'kept' | 'other' | 'unknown'> {
  const { size, kind, name, body } = attestation
  const checkpoint = await db.selectFrom('checkpoint').select('size').where('size', '=', size).executeTakeFirst()
  if (checkpoint === undefined) return 'unknown'
  await db
    .insertInto('checkpoint_attestation')
    .values({ ...attestation, received_at: now() })
    .onConflict((conflict) => conflict.columns(['size', 'kind', 'name']).doNothing())
    .execute()
  const held = await db
    .selectFrom('checkpoint_attestation')
    .select('body')
    .where('size', '=', size)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .executeTakeFirst()
  return held?.body === body ? 'kept' : 'other'
}
