import { headOf } from '../../db/reads/heads.js'
import { baseRevival, programmeRevival } from '../../db/reads/revival.js'
import type { ApiParts } from '../parts.js'
import type { Delivery, Parcel, SentBy } from '../temporal/parcel.js'

/**
 * Sends a noted command. A "no" that was judged on fewer entries than the ledger has comes from a workflow that has fallen
 * behind, because Temporal forgot what was recorded, or just from one that was overtaken: the workflow takes over what it
 * does not know, and judges once more. One that revives a workflow is completed first with what the ledger says at this
 * moment: the state is not kept with the command, since it would be old when the command is sent again.
 */
export const deliver = async (
  parts: ApiParts,
  { parcel: noted, stream, by }: { readonly parcel: Parcel; readonly stream: string; readonly by: SentBy },
): Promise<Delivery> => {
  const { db, temporal } = parts
  const parcel = await fromLedger(parts, noted)
  const first = await temporal.send(parcel, by)
  if (first.kind !== 'refused' || first.head === undefined) return first
  if ((await headOf(db, stream)) <= first.head) return first
  await temporal.catchUp(parcel)
  return await temporal.send(parcel, by)
}

const fromLedger = async ({ db }: ApiParts, parcel: Parcel): Promise<Parcel> => {
  const { start } = parcel
  if (start?.revives !== true) return parcel
  const { input } = start
  const revival = 'base' in input ? await baseRevival(db, input.base) : await programmeRevival(db, input.programme)
  return revival === undefined ? parcel : { ...parcel, start: { ...start, input: revival } }
}
