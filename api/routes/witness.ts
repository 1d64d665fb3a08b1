import type { FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { cosignCheckpoint, lastCosigned } from '../../db/cosigning/cosign-checkpoint.js'
import type { Cosigning } from '../../db/cosigning/cosign-checkpoint.js'
import { readSubmission } from '../../db/cosigning/submission.js'
import { WitnessedParams } from '../contract/checkpoint.js'
import { submissionLimitBytes, submissionsPerMinute } from '../limits.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { limitOf } from '../rate-limits.js'
import { problems } from './responses.js'
import { namedPart } from '../named-part.js'

const tags = ['evidence']
const plain = (description: string, type = 'text/plain') => ({
  description,
  content: { [type]: { schema: z.string() } },
})
const text = 'text/plain; charset=utf-8'

/**
 * The witness of other logs (C2SP tlog-witness): asks nobody who he is, since the log's signature says enough, and takes
 * checkpoints of the logs in its settings alone.
 */
export const addWitness = (app: ApiApp, parts: ApiParts): void => {
  void app.register(
    namedPart('witness', async (room) => {
      const limit = limitOf(app, submissionsPerMinute)
      room.removeAllContentTypeParsers()
      // The protocol names no content type, so any is taken, and none.
      room.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
      const schema = {
        body: z.unknown(),
        consumes: ['text/plain'],
        tags,
        security: [],
        summary: 'Cosign a checkpoint of another log',
        response: {
          200: plain('The lines of the cosignature.'),
          409: plain('The size that was cosigned last.', 'text/x.tlog.size'),
          ...problems,
        },
      }
      const options = { schema, bodyLimit: submissionLimitBytes, config: { open: true }, onRequest: limit }
      room.withTypeProvider<ZodTypeProvider>().post('/witness/add-checkpoint', options, async (request, reply) => {
        const body = request.body instanceof Uint8Array ? Buffer.from(request.body) : Buffer.alloc(0)
        return await cosigned(parts, { body, reply })
      })
    }),
  )
  const reading = {
    params: WitnessedParams,
    response: { 200: plain('The checkpoint.'), ...problems },
    tags,
    security: [],
  }
  const schema = { ...reading, summary: 'The checkpoint that was cosigned last of another log' }
  app.get('/witness/:origin/checkpoint', { config: { open: true }, schema }, async (request, reply) => {
    const note = parts.witness && (await lastCosigned(parts.db, request.params.origin))
    if (note === undefined) throw notFound('checkpoint of a log of that origin')
    return reply.header('content-type', text).send(note)
  })
}

async function cosigned({ db, witness, clock }: ApiParts, { body, reply }: { body: Buffer; reply: FastifyReply }) {
  if (witness === undefined) throw notFound('witness')
  const submission = readSubmission(body)
  if (typeof submission === 'string') throw new ProblemError({ code: 'witness_malformed', detail: { got: submission } })
  const { checkpoint, old } = submission
  const log = witness.logs.get(checkpoint.origin)
  if (log === undefined) throw notFound('log of that origin')
  const asked = { log, submission, cosigner: witness.cosigner, now: clock() }
  const answer: Cosigning | 'grew' = old > checkpoint.size ? 'grew' : await cosignCheckpoint(db, asked)
  if (answer === 'grew')
    throw new ProblemError({
      code: 'witness_malformed',
      detail: { got: 'the old size is above that of the checkpoint' },
    })
  const { origin } = log
  switch (answer.kind) {
    case 'cosigned':
      return reply.header('content-type', text).send(answer.lines)
    case 'elsewhere':
      return reply.code(409).header('content-type', 'text/x.tlog.size').send(`${answer.size}\n`)
    case 'untrusted':
      throw new ProblemError({ code: 'witness_untrusted', detail: { origin } })
    case 'inconsistent':
      throw new ProblemError({ code: 'witness_inconsistent', detail: { origin, size: checkpoint.size } })
  }
}
