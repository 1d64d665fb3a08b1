import { headOf } from '../../db/reads/heads.js'
import type { ApiParts } from '../parts.js'
import type { Delivery, Parcel, SentBy } from '../temporal/parcel.js'

/**
 * Sends a noted command. A "no" that was judged on fewer entries than the ledger has comes from a workflow that has fallen
 * behind, because Temporal forgot what was recorded, or just from one that was overtaken: the workflow takes over what it
 * does not know, and judges once more.
 */
export const deliver = async (
  { db, temporal }: ApiParts,
  { parcel, stream, by }: { readonly parcel: Parcel; readonly stream: string; readonly by: SentBy },
): Promise<Delivery> => {
  const first = await temporal.send(parcel, by)
  if (first.kind !== 'refused' || first.head === undefined) return first
  if ((await headOf(db, stream)) <= first.head) return first
  await temporal.catchUp(parcel)
  return await temporal.send(parcel, by)
}
