import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { actBody } from '../act/act-body.js'
import { answerOfNo, type HttpAnswer } from '../commands/answer.js'
import { commandIdOf, settingOf, type WriteRequest } from '../commands/ask.js'
import { bodyMark } from '../commands/fingerprint.js'
import { Problem } from '../contract/problem.js'
import { ProblemError } from '../problems.js'
import { pageLanguage } from './page-language.js'

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

const once = z.uuid().catch(() => randomUUID())

/** The name of the write that stands in a field of a page; a new one where the page had none. */
export const onceOf = (request: FastifyRequest): string => once.parse(actBody(request).posted('once')[0])

interface FormSent {
  /** The name of the write; what is sent again by the same page is the same write. */
  readonly once: string
  /** What it says, as the contract has it. */
  readonly body: unknown
  /** Where a program sends the same; left out: where the form was sent. */
  readonly path?: string
}

/** A form that was sent, as the write it is: named by its page, and answered in the language of the page. */
export const askOfForm = (request: FastifyRequest, { once: own, body, path }: FormSent): WriteRequest => {
  const setting = { ...settingOf(request), locale: pageLanguage(request) }
  const { person, proof } = request
  return {
    key: commandIdOf({ person, key: `page ${own}` }),
    person,
    route: `POST ${path ?? setting.instance}`,
    ...bodyMark(body),
    setting,
    proof,
  }
}

/** What became of a write, a "no" that was thrown among it: a page keeps what was typed, whatever is said to it. */
export const answerTo = async (
  { setting }: Pick<WriteRequest, 'setting'>,
  work: () => Promise<HttpAnswer>,
): Promise<HttpAnswer> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ProblemError) return answerOfNo(error.no, { setting })
    throw error
  }
}
