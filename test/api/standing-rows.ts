import { headOf } from '../../db/reads/heads.js'
import { recordEntries } from '../../db/record/record-entries.js'
import { full } from '../../domain/gicc/full.js'
import { programmeOfBase } from '../../domain/ids.js'
import type { Role } from '../../domain/role.js'
import { procedures } from '../../domain/gicc/procedures.js'
import type { AnApi } from './an-api.js'

const procedurePinned = `full@${procedures[0]?.version ?? ''}`

/** Has the call open, as if the programme's workflow had opened it. */
export const openCall = async ({ parts: { db } }: AnApi, call: string): Promise<void> => {
  const windowEnds = '2027-06-30T15:59:59.000Z'
  await recordEntries(db, {
    stream: 'gasme',
    kind: 'programme',
    commandId: `opens ${call}`,
    expectedHead: await headOf(db, 'gasme'),
    events: [
      { type: 'call_proposed', call, by },
      { type: 'call_opened', call, windowEnds, by },
    ],
    by,
    channel: 'api',
    occurredAt: '2027-01-04T09:00:00.000Z',
    rulesVersion: procedurePinned,
    workflowRun: 'run',
    claims: [],
    limits: full.settings,
    view: { nextDueAt: windowEnds, openCall: call, windowEnds },
  })
}

const by = { person: 'p-PD-1', role: 'PD', mandate: 'm-PD-1', onBehalfOf: 'o-office' } as const

interface StandingBase {
  readonly cluster: string
  readonly recordHash: string
  readonly closed?: boolean
  /** Left out: the standing programme. Any other is a rehearsal. */
  readonly programme?: string
}

/** Puts a base into the read models, as if its workflow had recorded it. */
export const standingBase = async (
  { parts }: AnApi,
  { cluster, recordHash, closed = false, programme = 'gasme' }: StandingBase,
): Promise<string> => {
  const id = `${programme}-${cluster}-1`
  const at = '2027-01-04T09:00:00.000Z'
  await parts.db
    .insertInto('base')
    .values({
      id,
      programme,
      cluster,
      call: 'call-1',
      category: 'electric',
      province: 'CN-ZJ',
      country: 'CN',
      overlapping: [],
      record_hash: recordHash,
      stage: 'nomination',
      status: closed ? 'declined' : 'nominated',
      code: null,
      colour: null,
      score: 71.5,
      slot: null,
      plaque: null,
      procedure: procedurePinned,
      awaits_session: true,
      reviews: 0,
      missing_parts: [1, 3],
      undated: [],
      next_due_at: closed ? null : '2027-02-01T00:00:00.000Z',
      rehearsal: programme !== 'gasme',
      head_seq: 3,
      head_hash: 'b'.repeat(64),
      opened_at: at,
      updated_at: at,
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
      base,
      id: `${key}.1`,
      programme: programmeOfBase(base),
      key,
      round: 1,
      stage_no: 1,
      role,
      side: 'programme',
      opened_seq: 2,
      opened_at: '2027-01-04T09:00:00.000Z',
      due_at: '2099-01-18T09:00:00.000Z',
      calendar: 'US@America/New_York',
      seats: 1,
      closed_at: null,
      outcome: null,
      code: null,
      how: null,
      score: null,
    })
    .execute()
}
