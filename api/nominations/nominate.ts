import { readNominations } from '../../db/reads/bases.js'
import { UnsealedEntryFault } from '../../db/record/record-faults.js'
import { readOpenCall } from '../../db/reads/open-call.js'
import { readProcedure } from '../../db/reads/procedures.js'
import { readProgramme } from '../../db/reads/programmes.js'
import type { ListedProgramme } from '../../db/reads/programmes.js'
import type { Actor } from '../../domain/values/actor.js'
import type { ReadRecord } from '../../domain/cluster-record.js'
import { baseId, baseWorkflowId, type BaseId, type ClusterId, type ProgrammeId } from '../../domain/ids.js'
import { workflowTypes } from '../../domain/workflow-names.js'
import type { HttpAnswer } from '../commands/answer.js'
import type { WriteRequest } from '../commands/ask.js'
import { refusedFor, unlessUnsealed } from '../commands/deliver.js'
import { submit } from '../commands/submit.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import type { No } from '../problems.js'
import type { Parcel } from '../temporal/parcel.js'
import type { ProcedureId } from '../../domain/procedure-id.js'

export interface Nomination {
  readonly ask: WriteRequest
  readonly programme: ProgrammeId
  readonly cluster: ClusterId
  /** Left out: the call that is open. */
  readonly call?: string | undefined
  readonly invited: boolean
  readonly procedure?: ProcedureId | undefined
  readonly channel: Actor['channel']
  /** Finds the cluster's facts; undefined when it is unknown. */
  readonly facts: () => Promise<ReadRecord | undefined>
}

/** Starts a base: one update that begins its workflow. What the edge can judge it judges first, so that nothing begins in vain. */
export const nominate = async (parts: ApiParts, nomination: Nomination): Promise<HttpAnswer> => {
  const { ask, programme, channel } = nomination
  const { base, pack } = await toNominate(parts, nomination)
  return await submit(parts, { ask, stream: base, programme, channel, pack })
}

/** Why a nomination would not be sent as things stand; undefined: it would. Nothing is noted and nothing begins. */
export const nominationNo = async (parts: ApiParts, nomination: Nomination): Promise<No | undefined> => {
  const { pack } = await toNominate(parts, nomination)
  const packed = await pack()
  return 'code' in packed ? packed : undefined
}

const toNominate = async (parts: ApiParts, nomination: Nomination) => {
  const { programme: id, cluster } = nomination
  const programme = await readProgramme(parts.db, { id })
  if (programme === undefined) throw notFound(`programme ${id}`)
  const { count, open } = await readNominations(parts.db, { programme: id, cluster })
  const base = open ?? baseId(id, { cluster, n: count + 1 })
  const no: No = { code: 'already_nominated', detail: { base } }
  return { base, pack: async () => (open === null ? await packed(nomination, { parts, programme, base }) : no) }
}

const packed = async (
  { ask, call, cluster, facts, invited, procedure }: Nomination,
  { parts: { db, clock }, programme, base }: { parts: ApiParts; programme: ListedProgramme; base: BaseId },
): Promise<Parcel | No> => {
  const read = await facts()
  if (read === undefined) return { code: 'not_found', detail: { what: `cluster ${cluster} in ${programme.id}` } }
  const open = await readOpenCall(db, { programme: programme.id }).catch(unlessUnsealed)
  if (open instanceof UnsealedEntryFault) return refusedFor(open, { id: ask.key })
  if (open === undefined || (call ?? open.call) !== open.call)
    return { code: 'call_not_open', detail: { call: call ?? '–', open: open?.call ?? '–' } }
  const rules = procedure ?? programme.procedure
  if ((await readProcedure(db, { id: rules, at: clock().toISOString() })) === undefined)
    return { code: 'not_found', detail: { what: `procedure ${rules} in force` } }
  return {
    namespace: programme.namespace,
    workflow: baseWorkflowId(base),
    update: 'nominate',
    start: {
      type: workflowTypes.base,
      input: { base, place: { country: read.facts.country, zone: read.facts.zone }, procedure: rules },
      summary: base,
    },
    command: {
      type: 'nominate',
      programme: programme.id,
      ...open,
      cluster: read.facts,
      languages: read.languages,
      invited,
      partsAtHand: read.partsAtHand,
      procedure: rules,
      rehearsal: programme.rehearsal,
    },
  }
}
