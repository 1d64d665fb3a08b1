import { isAcceptedSealed } from '../../db/seals/answer-seals.js'
import { UnsealedEntryFault } from '../../db/record/record-faults.js'
import { headOf } from '../../db/reads/heads.js'
import { baseRevival, programmeRevival } from '../../db/reads/revival.js'
import type { Refusal } from '../../domain/refusal.js'
import type { ApiParts } from '../parts.js'
import { deliveryOf } from '../temporal/delivery-failure.js'
import type { Delivery, Parcel, SentBy } from '../temporal/parcel.js'

interface Sending {
  readonly parcel: Parcel
  readonly stream: string
  readonly by: SentBy
}

/**
 * Sends a noted command. A "no" that was judged on fewer entries than the ledger has comes from a workflow that has fallen
 * behind, because Temporal forgot what was recorded, or just from one that was overtaken: the workflow takes over what it
 * does not know, and judges once more. Where it cannot be told to, that first "no" is not the answer. One that revives a
 * workflow is completed first with what the ledger says at this moment: the state is not kept with the command, since it would
 * be old when the command is sent again. Nothing is revived from a ledger with an entry that no worker vouches for.
 */
export const deliver = async (parts: ApiParts, { parcel: noted, stream, by }: Sending): Promise<Delivery> => {
  const { db, temporal } = parts
  const parcel = await fromLedger(parts, noted).catch(unlessUnsealed)
  if (parcel instanceof UnsealedEntryFault) return { kind: 'refused', refusal: refusedFor(parcel, by) }
  const first = await send(parts, { parcel, stream, by })
  if (first.kind !== 'refused' || first.head === undefined) return first
  if ((await headOf(db, stream)) <= first.head) return first
  const failed = await temporal.catchUp(parcel).then(() => undefined, deliveryOf)
  return failed === undefined ? await send(parts, { parcel, stream, by }) : failed
}

/** Whoever polls the task queue can answer an update: a "yes" that `record` does not vouch for is none, and the sender waits on. */
const send = async ({ temporal, log }: ApiParts, { parcel, stream, by }: Sending): Promise<Delivery> => {
  const delivery = await temporal.send(parcel, by)
  if (delivery.kind !== 'accepted') return delivery
  const { accepted } = delivery
  if (isAcceptedSealed({ id: by.id, stream, ...accepted }, accepted.seal)) return delivery
  log.error({ command: by.id, stream }, 'a command was answered by nobody of ours: its sender is not told so')
  return { kind: 'unanswered' }
}

/** The fault as a value; throws what is another one. */
export const unlessUnsealed = (error: unknown): UnsealedEntryFault => {
  if (error instanceof UnsealedEntryFault) return error
  throw error
}

/** The "no" to a command that would begin a workflow from such a ledger. */
export const refusedFor = ({ stream, seq }: UnsealedEntryFault, { id: command }: Pick<SentBy, 'id'>): Refusal => ({
  code: 'entry_unsealed',
  detail: { command, stream, seq },
})

const fromLedger = async ({ db }: ApiParts, parcel: Parcel): Promise<Parcel> => {
  const { start } = parcel
  if (start?.revives !== true) return parcel
  const { input } = start
  const revival = 'base' in input ? await baseRevival(db, input.base) : await programmeRevival(db, input.programme)
  return revival === undefined ? parcel : { ...parcel, start: { ...start, input: revival } }
}
