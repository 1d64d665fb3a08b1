import { AcceptedResponse } from '../../api/contract/answer.js'
import { isActive } from '../../domain/lifecycle.js'
import type { RecordKind } from '../../domain/matters.js'
import type { Role } from '../../domain/role.js'
import { whoWouldAct } from './player.js'
import type { Player, Theatre } from './theatre.js'

/** So many bases there are to one whose firms ask for a service in the play. */
const oneOf = 3

/**
 * While the year of an active base runs its cluster body notes what was done on a sheet, once a year; of some bases a firm asks for a
 * service in the first (5.14, 5.15). True when a sheet was opened.
 */
export const notesYear = async (stage: Theatre, player: Player): Promise<boolean> => {
  const { view, open, base, turn } = player
  const year = view.stages.length
  const runs = open.some(({ key }) => key === '5.1') && view.status !== undefined && isActive(view.status)
  if (!runs || player.notedIn === year) return false
  const isFirst = player.notedIn === undefined
  player.notedIn = year
  const opens = async (record: RecordKind, { key, role }: { readonly key: string; readonly role: Role }) => {
    const actor = whoWouldAct(stage, { player, key, role })
    if (actor === undefined) return
    await stage.client.post(`/bases/${base}/year-records`, { schema: AcceptedResponse, as: actor.id, body: { record } })
  }
  await opens('year_record', { key: '5.14a', role: 'CLO' })
  if (isFirst && turn % oneOf === 0) await opens('service_request', { key: '5.15a', role: 'EN' })
  return true
}
