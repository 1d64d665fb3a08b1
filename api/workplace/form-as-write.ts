import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { actBody } from '../act/act-body.js'
import type { HttpAnswer } from '../commands/answer.js'
import { Problem } from '../contract/problem.js'

/** A field of a form that was sent, its line ends as everywhere else; undefined where it was left empty. */
export const fieldOf = (request: FastifyRequest, name: string): string | undefined => {
  const [text = ''] = actBody(request).posted(name)
  const said = text.replaceAll('\r\n', '\n').trim()
  return said === '' ? undefined : said
}

/** The name of the write that a form is stands in a field of its page, so that a second click is the same write. */
export const nameWrite = async (request: FastifyRequest): Promise<void> => {
  const key = fieldOf(request, 'key')
  if (key !== undefined) request.headers['idempotency-key'] = key
}

/** What a form says, read by the schema a program's body is read by; undefined where it does not fit. */
export const formRead = <T extends z.ZodType>(
  request: FastifyRequest,
  { schema, fields }: { readonly schema: T; readonly fields: readonly string[] },
): z.output<T> | undefined => {
  const said = fields.flatMap((name) => {
    const text = fieldOf(request, name)
    return text === undefined ? [] : [[name, text] as const]
  })
  const read = schema.safeParse(Object.fromEntries(said))
  return read.success ? read.data : undefined
}

/** Why a write was not done, in the words of the one catalogue; undefined: it was. */
export const noIn = ({ status, body }: HttpAnswer): { readonly says: string; readonly next: string } | undefined => {
  if (status < 400) return undefined
  const { detail: says, next } = Problem.parse(JSON.parse(body))
  return { says, next }
}
