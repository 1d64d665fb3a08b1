import type { Role } from '../../domain/role.js'
import { procedures } from '../../domain/procedures/index.js'
import type { AnApi } from './an-api.js'

const procedurePinned = `full@${procedures[0]?.version ?? ''}`

/** Has the call open in the read models, as if the programme's workflow had opened it. */
export const openCall = async ({ parts }: AnApi, call: string): Promise<void> => {
  await parts.db
    .updateTable('programme')
    .set({ open_call: call, window_ends: '2027-06-30T15:59:59.000Z' })
    .where('id', '=', 'gasme')
    .execute()
}

/** Puts a base into the read models, as if its workflow had recorded it. */
export const standingBase = async (
  { parts }: AnApi,
  { cluster, recordHash, closed = false }: { cluster: string; recordHash: string; closed?: boolean },
): Promise<string> => {
  const id = `gasme-${cluster}-1`
  const at = '2027-01-04T09:00:00.000Z'
  await parts.db
    .insertInto('base')
    .values({
      ...{ id, programme: 'gasme', cluster, call: 'call-1', category: 'electric', province: 'CN-ZJ', country: 'CN' },
      ...{ overlapping: [], record_hash: recordHash, stage: 'nomination', status: closed ? 'declined' : 'nominated' },
      ...{
        code: null,
        colour: null,
        score: 71.5,
        slot: null,
        plaque: null,
        procedure: procedurePinned,
        awaits_session: true,
      },
      ...{ reviews: 0, missing_parts: [1, 3], undated: [], next_due_at: closed ? null : '2027-02-01T00:00:00.000Z' },
      ...{ rehearsal: false, head_seq: 3, head_hash: 'b'.repeat(64), opened_at: at, updated_at: at },
      closed_at: closed ? at : null,
    })
    .execute()
  return id
}

/** Opens a step of a base in the read models, due far ahead. */
export const openStep = async (
  { parts }: AnApi,
  { base, key, role }: { base: string; key: string; role: Role },
): Promise<void> => {
  await parts.db
    .insertInto('step')
    .values({
      ...{
        base,
        id: `${key}.1`,
        programme: 'gasme',
        key,
        round: 1,
        stage_no: 1,
        role,
        side: 'programme',
        opened_seq: 2,
      },
      ...{ opened_at: '2027-01-04T09:00:00.000Z', due_at: '2099-01-18T09:00:00.000Z', calendar: 'US@America/New_York' },
      ...{ seats: 1, closed_at: null, outcome: null, code: null, how: null, score: null },
    })
    .execute()
}
