import type { FastifyRequest } from 'fastify'
import type { BaseCommand, TextReference } from '../../domain/command.js'
import { baseWorkflowId } from '../../domain/ids.js'
import { readBase } from '../../db/reads/bases.js'
import { saveText } from '../../db/writes/texts.js'
import type { ApiParts } from '../parts.js'
import type { No } from '../problems.js'
import { notFound } from '../problems.js'
import { programmeOfBase, programmePlace } from '../programme-place.js'
import type { Answer } from './answer.js'
import { askOf } from './ask.js'
import { submit } from './submit.js'

/** Keeps a free text in PostgreSQL and gives what may travel: its id and salted hash; nothing for no text. */
export type KeepText = (text: string | undefined) => Promise<{ readonly reason?: TextReference }>

interface ToBase {
  readonly request: FastifyRequest
  readonly base: string
  readonly command: (keep: KeepText) => Promise<BaseCommand>
}

/** Sends a person's command to the workflow of a base. Throws the problem that there is no such base. */
export const toBase = async (parts: ApiParts, { request, base, command }: ToBase): Promise<Answer> => {
  const ask = askOf(request)
  const programme = programmeOfBase(base)
  const { namespace } = await programmePlace(parts, programme).catch((error: unknown) => {
    throw error instanceof Error && error.message === 'not_found' ? notFound(`base ${base}`) : error
  })
  const keep: KeepText = async (text) => {
    if (text === undefined) return {}
    const at = parts.clock().toISOString()
    return { reason: await saveText(parts.db, { stream: base, author: ask.person, body: text, at }) }
  }
  return await submit(parts, {
    ask,
    stream: base,
    programme,
    channel: 'api',
    pack: async () => {
      const packed = await command(keep)
      return { namespace, workflow: baseWorkflowId(base), update: packed.type, command: packed }
    },
    absent: () => whyAbsent(parts, base),
  })
}

/** A base without a workflow has come to its end, or was never nominated. */
const whyAbsent = async (parts: ApiParts, base: string): Promise<No> => {
  const found = await readBase(parts.db, { id: base })
  return found === undefined
    ? { code: 'not_nominated', detail: { base } }
    : { code: 'base_closed', detail: { base, status: found.status } }
}
