import type { Kysely } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import type { Database } from '../schema.js'
import type { CheckpointAttestationTable } from '../schema/checkpoint-tables.js'

/**
 * Keeps what an outsider added to a checkpoint. `kept`: now or before, the same; `other`: under that name lies another time stamp, which
 * stays; `unknown`: there is no such checkpoint. A cosignature stands beside any other, so that a false one keeps no true one out.
 */
export async function saveAttestation(
  db: Kysely<Database>,
  attestation: Pick<CheckpointAttestationTable, 'size' | 'kind' | 'name' | 'body'>,
): Promise<'kept' | 'other' | 'unknown'> {
  const { size, kind, name, body } = attestation
  const checkpoint = await db.selectFrom('checkpoint').select('size').where('size', '=', size).executeTakeFirst()
  if (checkpoint === undefined) return 'unknown'
  await db
    .insertInto('checkpoint_attestation')
    .values({ ...attestation, received_at: now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const held = await db
    .selectFrom('checkpoint_attestation')
    .select('size')
    .where('size', '=', size)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('body', '=', body)
    .executeTakeFirst()
  return held === undefined ? 'other' : 'kept'
}
