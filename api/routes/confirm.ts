import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { keepThirdPartyAnswer } from '../../db/writes/third-parties.js'
import { tokenHash } from '../../db/seals/link-seal.js'
import { isSealFor, sealFor } from '../../db/seals/row-seal.js'
import type { TypedAnswer } from '../../web/act/confirm-model.js'
import { confirmPage, openConfirmPage, toldConfirmPage } from '../../web/act/confirm-pages.js'
import { actBody, takeForms, type ActBody } from '../act/act-body.js'
import { isSentFromUs } from '../act/from-our-page.js'
import { giveActPage } from '../act/page-policy.js'
import { questionOf, typedAnswer, type QuestionFound } from '../act/third-party.js'
import { locale } from '../contract/scalars.js'
import { localeOf } from '../language.js'
import { linkRequestsPerAddress, linkRequestsPerLink } from '../limits.js'
import { formType } from '../pages/no-page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { limitByLink, limitOf } from '../rate-limits.js'
import { namedPart } from '../named-part.js'

/**
 * Confirming an activity from a letter, without seat or account: GET shows a page that knows of no question, POST shows the one line, and
 * one POST by a button answers, once (0066).
 */
export const addConfirm = (app: ApiApp, parts: ApiParts): void => {
  const query = z.strictObject({ lang: locale.optional() })
  app.get('/confirm', { config: { open: true }, schema: { querystring: query, hide: true } }, async (request, reply) =>
    giveActPage(reply, openConfirmPage(request.query.lang ?? localeOf(request.headers['accept-language']))),
  )
  void app.register(
    namedPart('confirm', async (room) => {
      takeForms(room.withTypeProvider<ZodTypeProvider>())
      room.addHook('onRequest', limitOf(app, linkRequestsPerAddress))
      const linkIn = (request: FastifyRequest) => tokenHash(actBody(request).token)
      room.addHook('preHandler', limitByLink(app, { perMinute: linkRequestsPerLink, linkIn }))
      const hidden = { config: { open: true, takes: formType }, schema: { hide: true } } as const
      room.post('/confirm', hidden, async (request, reply) => look(parts, { reply, body: actBody(request) }))
      room.post('/confirm/answers', hidden, async (request, reply) =>
        answer(parts, { request, reply, body: actBody(request) }),
      )
    }),
  )
}

interface Came {
  readonly reply: FastifyReply
  readonly body: ActBody
}

/** Shows the line that is asked about. It only looks. */
const look = async (parts: ApiParts, came: Came): Promise<FastifyReply> => {
  const found = await questionOf(parts, came.body.token)
  return found.is === 'live' ? show(came, { found, typed: undefined }) : ended(came, found)
}

/** Keeps what is answered, if it comes from the page that was shown for this question. */
const answer = async (
  parts: ApiParts,
  { request, ...came }: Came & { readonly request: FastifyRequest },
): Promise<FastifyReply> => {
  const { reply, body } = came
  const found = await questionOf(parts, body.token)
  if (found.is !== 'live') return ended(came, found)
  const { id, base, activity } = found.question
  const [mark = null] = body.posted('mark')
  if (!isSentFromUs(parts, request) || !isSealFor('page', { facts: ['confirm', id], seal: mark }))
    return giveActPage(
      reply.code(403),
      toldConfirmPage(body.locale, { told: 'strange', rehearsal: found.shown.rehearsal }),
    )
  const typed = typedAnswer(body)
  const { answer: said, ownNumber, capacity, faults } = typed
  if (said === undefined || faults.length > 0) return show({ ...came, reply: reply.code(422) }, { found, typed })
  const isKept = await keepThirdPartyAnswer(parts.db, {
    id,
    base,
    activity,
    token: body.token,
    answer: said,
    ownNumber: ownNumber === '' ? null : ownNumber,
    capacity,
    at: found.at,
  })
  return isKept
    ? giveActPage(reply, toldConfirmPage(body.locale, { told: 'kept', rehearsal: found.shown.rehearsal }))
    : ended(came, await questionOf(parts, body.token))
}

interface Showing {
  readonly found: Extract<QuestionFound, { is: 'live' }>
  /** Absent: nothing was typed yet. */
  readonly typed: TypedAnswer | undefined
}

const show = ({ reply, body }: Came, { found: { shown, question }, typed }: Showing): FastifyReply =>
  giveActPage(reply, confirmPage(body, { shown, mark: sealFor('page', ['confirm', question.id]), typed }))

const ended = ({ reply, body }: Came, { is }: QuestionFound): FastifyReply =>
  is === 'answered'
    ? giveActPage(reply.code(409), toldConfirmPage(body.locale, { told: 'answered' }))
    : giveActPage(reply.code(410), toldConfirmPage(body.locale, { told: 'dead' }))
