import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { programmeOfBase, type ProgrammeId } from '../../domain/ids.js'
import { revivers } from '../../domain/judge/revive.js'
import { mendingActs, stuckContent, type StuckThings } from '../../web/work/stuck.js'
import { takeForms } from '../act/act-body.js'
import { programmesHeld } from '../auth/must-hold.js'
import type { HttpAnswer } from '../commands/answer.js'
import { retry, skip } from '../commands/mend.js'
import { revive } from '../commands/revive.js'
import { MendingRequest, StuckQuery } from '../contract/mending.js'
import { uuid } from '../contract/scalars.js'
import { formType } from '../pages/no-page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { asPage } from '../workplace/faces.js'
import { formRead, nameWrite, noIn } from '../workplace/form-as-write.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import { stuckSeen } from './mending.js'
import { namedPart } from '../named-part.js'

const Told = z.enum(['done', 'pending']).optional()

/** What is stuck as a page, with the act for whoever mends it. */
export const addStuckPage = (app: ApiApp, parts: ApiParts): void => {
  const look = { constraints: asPage, schema: pageAsks({ ...StuckQuery.shape, told: Told }) }
  app.get('/stuck', look, async (request, reply) => {
    const { programme, told } = request.query
    return showStuck(parts, { request, reply, programme, told })
  })
  void app.register(
    namedPart('stuck page', async (plain) => {
      const room = plain.withTypeProvider<ZodTypeProvider>()
      takeForms(room)
      const config = { takes: formType, marked: 'form' } as const
      room.post('/stuck', { config, schema: { hide: true }, preValidation: nameWrite }, async (request, reply) => {
        const answer = await mend(parts, request)
        const no = answer === undefined ? 'misfit' : noIn(answer)
        if (no === undefined) return reply.redirect(`/stuck?told=${answer?.status === 202 ? 'pending' : 'done'}`, 303)
        void reply.code(422)
        return showStuck(parts, { request, reply, programme: undefined, told: no })
      })
    }),
  )
}

const Act = z.object({ act: z.enum(mendingActs), stream: z.string(), subject: uuid.optional().catch(undefined) })

/** Does what was chosen, on the way of the route that programs use; undefined where nothing fitting was. */
const mend = async (parts: ApiParts, request: FastifyRequest): Promise<HttpAnswer | undefined> => {
  const why = formRead(request, { schema: MendingRequest, fields: ['code', 'reason'] })
  const chosen = formRead(request, { schema: Act, fields: ['act', 'stream', 'subject'] })
  if (why === undefined || chosen === undefined) return undefined
  const { act, stream, subject } = chosen
  if (act === 'retry') return await retry(parts, { request, stream, ...why })
  if (act === 'revive') return await revive(parts, { request, stream, ...why })
  return subject === undefined ? undefined : await skip(parts, { request, id: subject, ...why })
}

interface Showing {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly programme: ProgrammeId | undefined
  readonly told: StuckThings['told']
}

const showStuck = async (parts: ApiParts, { request, reply, programme, told }: Showing): Promise<FastifyReply> => {
  const { person } = request
  return showPage(parts, {
    request,
    reply,
    room: 'stuck',
    content: async (frame) => {
      const [{ count, items }, mended] = await Promise.all([
        stuckSeen(parts, { person, programme }),
        programmesHeld(parts, { person, roles: revivers }),
      ])
      const shown = items.map((one) => ({
        ...one,
        mends: mended.includes(programmeOfBase(one.stream)),
        key: randomUUID(),
      }))
      return stuckContent({ count, items: shown, told }, frame)
    },
  })
}
