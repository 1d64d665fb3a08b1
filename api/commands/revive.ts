import type { FastifyRequest } from 'fastify'
import type { TextReference } from '../../domain/command.js'
import type { Revive } from '../../domain/commands/revival.js'
import { programmeOfBase, workflowIdOf } from '../../domain/ids.js'
import { revivers } from '../../domain/judge/revive.js'
import type { MendingCode } from '../../domain/mending.js'
import { readBase } from '../../db/reads/bases.js'
import { baseRevival } from '../../db/reads/revival.js'
import { readProgramme } from '../../db/reads/programmes.js'
import { saveText } from '../../db/writes/texts.js'
import { workflowTypes, type BaseInput, type ProgrammeInput } from '../../workflows/messages.js'
import { mustHold } from '../auth/must-hold.js'
import type { ApiParts } from '../parts.js'
import { notFound, type No } from '../problems.js'
import { programmePlace } from '../programme-place.js'
import type { Parcel } from '../temporal/parcel.js'
import type { Answer } from './answer.js'
import { askOf } from './ask.js'
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
export const revive = async (parts: ApiParts, mending: Mending): Promise<Answer> => {
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
        await beginning(parts, stream),
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
    absent: async () => ({ code: 'workflow_missing', detail: { stream } }),
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
const beginning = async (parts: ApiParts, stream: string): Promise<Begun> => {
  const { rehearsal, procedure } = await programmePlace(parts, programmeOfBase(stream))
  if (rehearsal) return { no: { code: 'standing_only', detail: { programme: programmeOfBase(stream) } } }
  if (!stream.includes('-')) {
    const known = await readProgramme(parts.db, { id: stream })
    return known === undefined || known.ledger.entries === 0
      ? { no: { code: 'workflow_runs', detail: { stream } } }
      : { input: { programme: stream, procedure } }
  }
  const revival = await baseRevival(parts.db, stream)
  if (revival === undefined) return { no: { code: 'not_nominated', detail: { base: stream } } }
  const { closed, status } = revival.carried.state
  if (closed) return { no: { code: 'base_closed', detail: { base: stream, status } } }
  return { input: { base: stream, place: revival.place, procedure: revival.procedure } }
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
