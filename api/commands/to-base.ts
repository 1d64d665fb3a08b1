import type { FastifyRequest } from 'fastify'
import type { Actor, BaseCommand, TextReference } from '../../domain/command.js'
import { baseWorkflowId, programmeOfBase } from '../../domain/ids.js'
import { readBase } from '../../db/reads/bases.js'
import { saveText } from '../../db/writes/texts.js'
import type { ApiParts } from '../parts.js'
import type { No } from '../problems.js'
import { notFound } from '../problems.js'
import type { Parcel } from '../temporal/parcel.js'
import { programmePlace } from '../programme-place.js'
import type { Answer } from './answer.js'
import { askOf } from './ask.js'
import { submit } from './submit.js'

/** What may travel of a free text: its id and salted hash; nothing for no text. */
export interface Kept {
  readonly reason?: TextReference
  /** Of a document that came on paper: the number it bears. */
  readonly number?: TextReference
}

interface ToBase {
  readonly request: FastifyRequest
  readonly base: string
  /** The person's own words, if any. They are kept in PostgreSQL before the command is noted. */
  readonly text?: string | undefined
  readonly number?: string | undefined
  /** Through which door it came; left out: this one. */
  readonly channel?: Actor['channel']
  readonly command: (kept: Kept) => BaseCommand
}

/** Sends a person's command to the workflow of a base. Throws the problem that there is no such base. */
export const toBase = async (parts: ApiParts, asked: ToBase): Promise<Answer> => {
  const { request, base, text, number, channel = 'api', command } = asked
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
    channel,
    ...(text === undefined && number === undefined ? { packed: packedWith({}) } : {}),
    pack: async () => {
      const own = { stream: base, author: ask.person }
      const reason = await keepText(parts, { ...own, as: 'reason', body: text })
      const numbered = await keepText(parts, { ...own, as: 'number', body: number })
      return reason === undefined || numbered === undefined
        ? { code: 'person_erased', detail: { person: ask.person } }
        : packedWith({ ...reason, ...numbered })
    },
    absent: () => whyAbsent(parts, base),
  })
}

/** Undefined: nothing more is kept of the author, who was erased. */
const keepText = async (
  { db, clock }: ApiParts,
  { stream, author, as, body }: { stream: string; author: string; as: keyof Kept; body: string | undefined },
): Promise<Kept | undefined> => {
  if (body === undefined) return {}
  const text = await saveText(db, { stream, author, body, at: clock().toISOString() })
  return text && { [as]: text }
}

/** A base without a workflow has come to its end, was never nominated, or has lost it: then it can be revived. */
const whyAbsent = async (parts: ApiParts, base: string): Promise<No> => {
  const found = await readBase(parts.db, { id: base })
  if (found === undefined) return { code: 'not_nominated', detail: { base } }
  return found.closedAt === null
    ? { code: 'workflow_missing', detail: { stream: base } }
    : { code: 'base_closed', detail: { base, status: found.status } }
}
