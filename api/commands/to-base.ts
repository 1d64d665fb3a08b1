import type { FastifyRequest } from 'fastify'
import type { BaseCommand, TextReference } from '../../domain/command.js'
import { baseWorkflowId } from '../../domain/ids.js'
import { readBase } from '../../db/reads/bases.js'
import { saveText } from '../../db/writes/texts.js'
import type { ApiParts } from '../parts.js'
import type { No } from '../problems.js'
import { notFound } from '../problems.js'
import type { Parcel } from '../temporal/parcel.js'
import { programmeOfBase, programmePlace } from '../programme-place.js'
import type { Answer } from './answer.js'
import { askOf } from './ask.js'
import { submit } from './submit.js'

/** What may travel of a free text: its id and salted hash; nothing for no text. */
export interface Kept {
  readonly reason?: TextReference
}

interface ToBase {
  readonly request: FastifyRequest
  readonly base: string
  /** The person's own words, if any. They are kept in PostgreSQL before the command is noted. */
  readonly text?: string | undefined
  readonly command: (kept: Kept) => BaseCommand
}

/** Sends a person's command to the workflow of a base. Throws the problem that there is no such base. */
export const toBase = async (parts: ApiParts, { request, base, text, command }: ToBase): Promise<Answer> => {
  const ask = askOf(request)
  const programme = programmeOfBase(base)
  const { namespace } = await programmePlace(parts, programme).catch((error: unknown) => {
    throw error instanceof Error && error.message === 'not_found' ? notFound(`base ${base}`) : error
  })
  const packedWith = (kept: Kept): Parcel => {
    const packed = command(kept)
    return { namespace, workflow: baseWorkflowId(base), update: packed.type, command: packed }
  }
  return await submit(parts, {
    ask,
    stream: base,
    programme,
    channel: 'api',
    ...(text === undefined ? { packed: packedWith({}) } : {}),
    pack: async () => {
      const kept = await keepText(parts, { stream: base, author: ask.person, body: text })
      return kept === undefined ? { code: 'person_erased', detail: { person: ask.person } } : packedWith(kept)
    },
    absent: () => whyAbsent(parts, base),
  })
}

const keepText = async (
  { db, clock }: ApiParts,
  { stream, author, body }: { stream: string; author: string; body: string | undefined },
): Promise<Kept | undefined> => {
  if (body === undefined) return {}
  const reason = await saveText(db, { stream, author, body, at: clock().toISOString() })
  return reason && { reason }
}

/** A base without a workflow has come to its end, or was never nominated. */
const whyAbsent = async (parts: ApiParts, base: string): Promise<No> => {
  const found = await readBase(parts.db, { id: base })
  return found === undefined
    ? { code: 'not_nominated', detail: { base } }
    : { code: 'base_closed', detail: { base, status: found.status } }
}
