import type { FastifyRequest } from 'fastify'
import type { TextReference } from '../../domain/values/text-reference.js'
import type { Revive } from '../../domain/commands/revival.js'
import { isBaseId, programmeOfBase, workflowIdOf } from '../../domain/ids.js'
import { revivers } from '../../domain/judge/revive.js'
import type { MendingCode } from '../../domain/mending.js'
import { readBase } from '../../db/reads/bases.js'
import { baseRevival } from '../../db/reads/revival.js'
import { UnsealedEntryFault } from '../../db/record/record-faults.js'
import { readProgramme } from '../../db/reads/programmes.js'
import { saveText } from '../../db/writes/texts.js'
import { workflowTypes } from '../../domain/workflow-names.js'
import type { BaseInput, ProgrammeInput } from '../../workflows/messages.js'
import { mustHold } from '../auth/must-hold.js'
import type { ApiParts } from '../parts.js'
import { notFound, type No } from '../problems.js'
import { programmePlace } from '../programme-place.js'
import type { Parcel } from '../temporal/parcel.js'
import type { WorkflowPlace } from '../temporal/workflow-clock.js'
import type { HttpAnswer } from './answer.js'
import { askOf } from './ask.js'
import { refusedFor, unlessUnsealed } from './deliver.js'
import { submit } from './submit.js'

/** What an operator asks for on a base or programme, and why. */
export interface Mending {
  readonly request: FastifyRequest
  /** The base, or the programme itself. */
  readonly stream: string
  readonly code: MendingCode
  readonly reason?: string | undefined
}

/**
 * Begins the missing workflow of a base or programme from the ledger, with the revival as its first command. A workflow
 * that runs is never replaced: it refuses the revival. Only what an administrator asks begins anything at all.
 */
export const revive = async (parts: ApiParts, mending: Mending): Promise<HttpAnswer> => {
  const { request, stream } = mending
  const ask = askOf(request)
  const programme = programmeOfBase(stream)
  await mustBeMendable(parts, mending)
  return await submit(parts, {
    ask,
    stream,
    programme,
    channel: 'api',
    pack: async () => {
      const [begun, reason] = [
        await beginning(parts, { stream, command: ask.key }),
        await keptReason(parts, { ...mending, author: ask.person }),
      ]
      if ('no' in begun) return begun.no
      if ('no' in reason) return reason.no
      return await packed(parts, {
        stream,
        input: begun.input,
        command: { type: 'revive', code: mending.code, ...reason },
      })
    },
  })
}

/** Refuses whoever is no administrator of the programme, and what is not there. */
export const mustBeMendable = async (parts: ApiParts, { request, stream }: Mending): Promise<void> => {
  const programme = programmeOfBase(stream)
  const kind = programme === stream ? 'programme' : 'base'
  await programmePlace(parts, programme).catch((error: unknown) => {
    throw error instanceof Error && error.message === 'not_found' ? notFound(`${kind} ${stream}`) : error
  })
  await mustHold(parts, { person: request.person, programme, roles: revivers })
  if (kind === 'base' && (await readBase(parts.db, { id: stream })) === undefined) throw notFound(`base ${stream}`)
}

/** The operator's words, kept like all texts; a "no" where nothing more is kept of that person. */
export const keptReason = async (
  { db, clock }: ApiParts,
  { stream, author, reason: body }: { stream: string; author: string; reason?: string | undefined },
): Promise<{ readonly reason?: TextReference } | { readonly no: No }> => {
  if (body === undefined) return {}
  const reason = await saveText(db, { stream, author, body, at: clock().toISOString() })
  return reason === undefined ? { no: { code: 'person_erased', detail: { person: author } } } : { reason }
}

type Begun = { readonly input: BaseInput | ProgrammeInput } | { readonly no: No }

/** With what the workflow is named in the parcel; what it carries is read when it is sent. */
const beginning = async (
  parts: ApiParts,
  { stream, command }: { readonly stream: string; readonly command: string },
): Promise<Begun> => {
  const { rehearsal, procedure, namespace } = await programmePlace(parts, programmeOfBase(stream))
  if (rehearsal) return { no: { code: 'standing_only', detail: { programme: programmeOfBase(stream) } } }
  const place = { namespace, workflow: workflowIdOf(stream) }
  if (!isBaseId(stream)) {
    const known = await readProgramme(parts.db, { id: stream })
    if (known === undefined || known.ledger.entries === 0)
      return { no: { code: 'not_begun', detail: { programme: stream } } }
    const older = await olderThan(parts, { stream, place, entries: known.ledger.entries })
    return older ?? { input: { programme: stream, procedure } }
  }
  const revival = await baseRevival(parts.db, stream).catch(unlessUnsealed)
  if (revival instanceof UnsealedEntryFault) return { no: refusedFor(revival, { id: command }) }
  if (revival === undefined) return { no: { code: 'not_nominated', detail: { base: stream } } }
  const { closed, status } = revival.carried.state
  if (closed) return { no: { code: 'base_closed', detail: { base: stream, status } } }
  const older = await olderThan(parts, { stream, place, entries: revival.revivedFrom })
  return older ?? { input: { base: stream, place: revival.place, procedure: revival.procedure } }
}

interface Ledger {
  readonly stream: string
  readonly place: WorkflowPlace
  readonly entries: number
}

/**
 * A "no" where the workflow that ended knew more than the ledger has: what it knew would be forgotten, and a base that had come to
 * its end would live a second time.
 */
const olderThan = async (
  { temporal }: ApiParts,
  { stream, place, entries }: Ledger,
): Promise<{ readonly no: No } | undefined> => {
  const state = await temporal.stateOf(place)
  if (state === undefined || state.isRunning) return undefined
  const head = (await temporal.historyEnd(place))?.head ?? 0
  if (state.status !== 'completed' && head <= entries) return undefined
  const got = head > entries ? `${head}` : state.status
  return { no: { code: 'older_than_workflow', detail: { stream, entries, got } } }
}

const packed = async (
  parts: ApiParts,
  { stream, input, command }: { stream: string; input: BaseInput | ProgrammeInput; command: Revive },
): Promise<Parcel> => ({
  namespace: (await programmePlace(parts, programmeOfBase(stream))).namespace,
  workflow: workflowIdOf(stream),
  update: command.type,
  command,
  start: {
    type: 'base' in input ? workflowTypes.base : workflowTypes.programme,
    input,
    summary: stream,
    revives: true,
  },
})
