import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { problemBody, statusOf } from '../problems.js'
import type { No, ProblemSetting } from '../problems.js'
import { defined } from '../../domain/values/defined.js'

/** What a sender is told: kept under the command and given again, byte for byte, to whoever repeats the key. */
export interface HttpAnswer {
  readonly status: number
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The shape of an answer read back from the database. */
export const StoredAnswer = z.object({ status: z.int(), body: z.string() })

/** An answer from a value of the contract. Refuses, as a defect, a value its schema does not describe. */
export const answerOf = <T extends z.ZodType>(
  schema: T,
  { status, value }: { status: number; value: z.output<T> },
): HttpAnswer => ({
  status,
  body: JSON.stringify(z.encode(schema, value)),
})

/** An answer that is a problem. */
export const answerOfNo = (
  no: No,
  { setting, headers }: { setting: ProblemSetting; headers?: HttpAnswer['headers'] },
): HttpAnswer => ({
  status: statusOf(no),
  body: JSON.stringify(problemBody(no, setting)),
  ...defined({ headers }),
})

/** Sends an answer as the bytes it is. */
export const give = (reply: FastifyReply, { status, body, headers = {} }: HttpAnswer): FastifyReply =>
  reply
    .code(status)
    .headers(headers)
    .header(
      'content-type',
      status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json; charset=utf-8',
    )
    .send(Buffer.from(body))
