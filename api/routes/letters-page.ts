import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listLetters, readLetter } from '../../db/reads/letters.js'
import type { ReadBase } from '../../db/reads/bases.js'
import { defined } from '../../domain/values/defined.js'
import type { WorkFrame } from '../../web/work/model.js'
import { letterContent, lettersContent, type OfBase } from '../../web/work/letters.js'
import { correspondenceSeen } from './incoming-mail.js'
import { takeForms } from '../act/act-body.js'
import { seenBase } from '../auth/seen-base.js'
import { isResendable, isResender, resend } from '../commands/resend.js'
import { BaseParams } from '../contract/base.js'
import { LetterParams, LettersQuery, ResendRequest } from '../contract/paper.js'
import { formType } from '../pages/no-page.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { namesByKind } from '../views/base-view.js'
import { lettersSeenBy, lettersView } from '../views/letter-view.js'
import { asPage } from '../workplace/faces.js'
import { formRead, nameWrite, noIn } from '../workplace/form-as-write.js'
import { savedHere } from '../workplace/saved-here.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import { namedPart } from '../named-part.js'

const one = '/bases/:id/letters/:letter'
const { after, state } = LettersQuery.shape

/** The letters of a base as pages: what became of each, what it said, and one sent once more. */
export const addLettersPages = (app: ApiApp, parts: ApiParts): void => {
  const list = { constraints: asPage, schema: { ...pageAsks({ after, state }), params: BaseParams } }
  app.get('/bases/:id/letters', list, async (request, reply) => {
    const { person, params, query } = request
    const content = async (frame: WorkFrame) => {
      const { found, sight } = await seenBase(parts, { person, base: params.id })
      const asked = { base: found.id, ...lettersSeenBy(sight), after: query.after, state: query.state, limit: 50 }
      const page = await listLetters(parts.db, asked)
      const shown = await lettersView(parts, { letters: page.items, base: found })
      const items = shown.map(({ letter }) => letter)
      // Beside the first page of all letters, not between letters of one state.
      const isFirst = query.state === undefined && query.after === undefined
      const written = isFirst ? await correspondenceSeen(parts, { base: found.id, sight, limit: 50 }) : undefined
      const asks = { base: found.id, ...defined({ state: query.state }) }
      const saved = await savedHere(parts, { person, frame, shows: 'letters', saves: { page: 'letters', asks } })
      const told = { items, next: page.next, state: query.state, written: written?.items, saved }
      return lettersContent({ base: ofBase(found), ...told }, frame.locale)
    }
    return showPage(parts, { request, reply, room: 'bases', content })
  })
  const look = {
    constraints: asPage,
    schema: { ...pageAsks({ resent: z.literal('yes').optional() }), params: LetterParams },
  }
  app.get(one, look, async (request, reply) =>
    showLetter(parts, { request, reply, ...request.params, isResent: request.query.resent === 'yes' }),
  )
  addResending(app, parts)
}

const addResending = (app: ApiApp, parts: ApiParts): void => {
  void app.register(
    namedPart('letters page', async (plain) => {
      const room = plain.withTypeProvider<ZodTypeProvider>()
      takeForms(room)
      const config = { takes: formType, marked: 'form' } as const
      const again = { config, schema: { params: LetterParams, hide: true }, preValidation: nameWrite }
      room.post(one, again, async (request, reply) => {
        const { id: base, letter: id } = request.params
        const read = formRead(request, { schema: ResendRequest, fields: ['reason', 'address'] })
        const no = read === undefined ? undefined : noIn(await resend(parts, { request, base, id, ...read }))
        if (read !== undefined && no === undefined)
          return reply.redirect(`/bases/${base}/letters/${id}?resent=yes`, 303)
        void reply.code(422)
        return showLetter(parts, { request, reply, id: base, letter: id, isResent: false, no: no ?? 'misfit' })
      })
    }),
  )
}

interface Shown {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** The base and the letter. */
  readonly id: string
  readonly letter: string
  readonly isResent: boolean
  readonly no?: Parameters<typeof letterContent>[0]['no']
}

const showLetter = async (
  parts: ApiParts,
  { request, reply, id, letter: named, isResent, no }: Shown,
): Promise<FastifyReply> => {
  const { person } = request
  const { found, sight } = await seenBase(parts, { person, base: id })
  const letter = await readLetter(parts.db, { base: id, id: named, ...lettersSeenBy(sight) })
  const [shown] = letter === undefined ? [] : await lettersView(parts, { letters: [letter], base: found })
  if (letter === undefined || shown === undefined) throw notFound(`letter ${named}`)
  const mayResend = isResendable(letter) && (await isResender(parts, { person, base: id }))
  const told = { ...shown.letter, text: shown.text, mayResend }
  return showPage(parts, {
    request,
    reply,
    room: 'bases',
    content: (frame) => letterContent({ base: ofBase(found), letter: told, key: randomUUID(), isResent, no }, frame),
  })
}

const ofBase = ({ id, names, cluster, zone, rehearsal }: ReadBase): OfBase => ({
  id,
  name: namesByKind(names, cluster).name,
  zone,
  rehearsal,
})
